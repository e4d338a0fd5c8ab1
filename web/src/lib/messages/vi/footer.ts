export const footer = {
	about:
		'Chợ mở cho sản phẩm OCOP và đặc sản của vùng đất Bến Tre, từ tháng 7 năm 2025 thuộc tỉnh Vĩnh Long.',
	visit: 'Đi chợ',
	know: 'Nên biết',
	noTracking: 'Trang không theo dõi người xem và không gọi đến bên thứ ba nào.'
};
