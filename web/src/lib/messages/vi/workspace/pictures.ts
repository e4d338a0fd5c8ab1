export const pictures = {
	title: 'Ảnh sản phẩm',
	lead: 'Ảnh đầu tiên là ảnh chính. Người mua thấy ảnh cùng lúc với sản phẩm.',
	none: 'Chưa có ảnh nào. Sản phẩm có ảnh thật được xem nhiều hơn hẳn.',
	addTitle: 'Thêm ảnh',
	file: 'Tệp ảnh',
	fileHint: 'JPEG, PNG, WebP hoặc AVIF, tối đa 15 MB, cạnh ngắn ít nhất 400 điểm ảnh.',
	altVi: 'Trong ảnh có gì',
	altHint: 'Một câu ngắn cho người không nhìn thấy ảnh, như “Hộp kẹo dừa mở nắp”.',
	altEn: 'Bằng tiếng Anh',
	send: 'Gửi ảnh',
	main: 'Ảnh chính',
	earlier: 'Lên trước',
	later: 'Xuống sau',
	remove: 'Xóa ảnh này',
	removeSure: 'Ảnh mất hẳn, không lấy lại được.',
	save: 'Lưu mô tả ảnh',
	full: 'Đã đủ 12 ảnh. Muốn thêm, hãy xóa bớt một ảnh.'
};
