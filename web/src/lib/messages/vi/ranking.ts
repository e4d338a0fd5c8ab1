export const ranking = {
	title: 'Cách xếp hạng kết quả tìm kiếm',
	lead: 'Kết quả được so theo từng tiêu chí dưới đây, lần lượt từ trên xuống. Hai sản phẩm ngang nhau ở tiêu chí trước mới xét đến tiêu chí sau.',
	note: 'Danh sách này do chính bộ máy tìm kiếm của chợ cung cấp. Không ai trả tiền để được đứng trên.'
};
