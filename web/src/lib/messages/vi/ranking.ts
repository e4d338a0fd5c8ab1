export const ranking = {
	title: 'Cách xếp hạng kết quả tìm kiếm',
	lead: 'Kết quả được so theo từng tiêu chí dưới đây, lần lượt từ trên xuống. Hai sản phẩm ngang nhau ở tiêu chí trước mới xét đến tiêu chí sau.',
	note: 'Danh sách này do chính bộ máy tìm kiếm của chợ cung cấp. Không ai trả tiền để được đứng trên.',
	criteria: 'Các tiêu chí, mạnh trước',
	example: 'Thử với hai sản phẩm',
	exampleWords: 'bánh dừa',
	exampleLead: (words: string) => `Khi tìm “${words}”, món bên trái đứng trên món bên phải. Chợ vừa tìm thật để có bảng này.`,
	criterion: 'Tiêu chí',
	above: 'Đứng trên',
	below: 'Đứng dưới',
	holds: (words: string) => (words ? `Đạt: ${words}` : 'Đạt'),
	fails: 'Không đạt',
	decides: (name: string) => `Đến “${name}” hai món mới khác nhau, nên tiêu chí này quyết định; các tiêu chí sau không còn được xét.`,
	decidesHere: 'quyết định',
	tryIt: (words: string) => `Xem kết quả cho “${words}”`,
	sorted: 'Khi bạn chọn cách sắp xếp khác (giá, tên, sao, mới), chợ theo đúng lựa chọn ấy. Khi không gõ từ nào, sản phẩm có chứng nhận và nhiều sao đứng trước, rồi theo tên.'
};
