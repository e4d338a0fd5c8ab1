export const saved = {
	title: 'Đã lưu',
	save: 'Lưu',
	isSaved: 'Đã lưu',
	see: 'Xem danh sách',
	full: 'Danh sách đã đủ 60 sản phẩm, hoặc trình duyệt không cho lưu.'
};
