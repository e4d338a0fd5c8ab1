import type { Language } from '#lib/paths.ts';

/** What happened to places on 1 July 2025, told once, from the resolutions themselves and the government's list. */
export const changeOf2025: Record<Language, { paragraphs: string[]; sources: string[] }> = {
	vi: {
		paragraphs: [
			'Từ ngày 1/7/2025, cả nước bỏ cấp huyện: chính quyền địa phương chỉ còn hai cấp, tỉnh và xã. Chín huyện, thành phố trên bản đồ này không còn là đơn vị hành chính.',
			'Cùng ngày, ba tỉnh Bến Tre, Trà Vinh và Vĩnh Long nhập thành tỉnh Vĩnh Long. Vùng đất Bến Tre cũ nay có 48 xã, phường: 43 xã và 5 phường.',
			'Đặc sản vẫn mang tên quê: bưởi Giồng Trôm, bánh phồng Sơn Đốc, kẹo dừa Mỏ Cày. Vì vậy chợ giữ tên huyện cũ để tìm cho dễ, và ghi xã mới ở nơi nào biết chắc.'
		],
		sources: [
			'https://xaydungchinhsach.chinhphu.vn/sap-xep-dvhc-danh-sach-124-xa-phuong-cua-tinh-vinh-long-moi-119250623091001322.htm'
		]
	},
	en: {
		paragraphs: [
			'On 1 July 2025 Vietnam ended its districts: local government has two levels now, the province and the commune. The nine places on this map are no administrative units any more.',
			'The same day, the provinces of Bến Tre, Trà Vinh and Vĩnh Long became one, named Vĩnh Long. The land of the former Bến Tre now has 48 units: 43 communes and 5 wards.',
			'Specialities keep the names of their homes: Giồng Trôm pomelo, Sơn Đốc puffed cake, Mỏ Cày coconut candy. So the market keeps the old districts to search by, and gives the new commune wherever it is known.'
		],
		sources: [
			'https://xaydungchinhsach.chinhphu.vn/sap-xep-dvhc-danh-sach-124-xa-phuong-cua-tinh-vinh-long-moi-119250623091001322.htm'
		]
	}
};
