/** Of customs codes. The server sends them with the page, so that no script carries these words. */
export const customs = {
	title: 'Mã hải quan (HS) thường dùng',
	lead: 'Chỉ để tham khảo: mã đúng tùy thành phần của lô hàng và hải quan nước nhập.',
	market: 'Thị trường',
	code: 'Mã HS',
	goods: 'Dùng cho'
};
