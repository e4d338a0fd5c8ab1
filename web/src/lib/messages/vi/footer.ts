export const footer = {
	about:
		'Chợ mở cho sản phẩm OCOP và đặc sản của vùng đất Bến Tre, từ tháng 7 năm 2025 thuộc tỉnh Vĩnh Long.',
	visit: 'Đi chợ',
	allProducts: 'Tất cả sản phẩm',
	people: 'Nơi và người làm ra',
	compare: 'So sánh sản phẩm',
	saved: 'Sản phẩm đã lưu',
	know: 'Nên biết',
	programme: 'Chương trình OCOP',
	verify: 'Tra cứu giấy chứng nhận',
	help: 'Hỏi đáp',
	rules: 'Quy định',
	terms: 'Điều khoản sử dụng',
	privacy: 'Quyền riêng tư',
	complaints: 'Khiếu nại',
	feed: 'Tin mới qua RSS',
	noTracking: 'Trang không theo dõi người xem và không gọi đến bên thứ ba nào.'
};
