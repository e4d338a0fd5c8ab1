export const stock = {
	title: 'Kho và giá',
	lead: 'Sửa tất cả trong một bảng rồi lưu một lần. Người mua thấy ngay.',
	keys: 'Phím Enter và mũi tên lên xuống đi theo cột, như trong bảng tính.',
	none: 'Chưa có mặt hàng nào. Mặt hàng xuất hiện ở đây khi bài đã duyệt và có giá bán.',
	product: 'Mặt hàng',
	stock: 'Kho',
	price: 'Giá (đ)',
	stockOf: (offer: string) => `Tồn kho của ${offer}`,
	priceOf: (offer: string) => `Giá của ${offer}`,
	save: 'Lưu cả bảng',
	changed: 'Người khác vừa sửa dòng này. Số bạn gõ vẫn còn; lưu lần nữa là đè lên.',
	notOnSale: 'ngừng bán'
};
