export const nav = {
	label: 'Chính',
	products: 'Sản phẩm',
	certified: 'Đạt chứng nhận OCOP',
	producers: 'Nhà sản xuất',
	places: 'Địa phương',
	saved: 'Đã lưu',
	cart: 'Giỏ hàng',
	account: 'Tài khoản',
	ranking: 'Cách xếp hạng kết quả',
	breadcrumbs: 'Bạn đang ở',
	home: 'Trang chủ'
};
