export const shop = {
	name: 'Chợ Xứ Dừa',
	tagline: 'Đặc sản OCOP Bến Tre',
	description:
		'Chợ của các sản phẩm OCOP và đặc sản Bến Tre: kẹo dừa, trái cây, thủ công từ cây dừa, thủy sản và du lịch miệt vườn, cùng giấy chứng nhận và nơi làm ra.',
	descriptionOf: (subject: string) =>
		`${subject} – chợ đặc sản OCOP Bến Tre: sản phẩm thật, nơi làm ra, nguồn và giấy chứng nhận còn hiệu lực.`,
	skip: 'Đến nội dung chính',
	otherLanguage: 'English',
	demonstration:
		'Chợ chạy thử: sản phẩm và cơ sở là thật; giá, điều kiện bán, hàng sẵn có, số và ngày của giấy chứng nhận là số liệu minh họa.'
};
