export const shortlist = {
	listTitle: 'Sản phẩm đã lưu',
	lead: 'Danh sách nằm trong trình duyệt này, không cần tài khoản. Sao và giá dưới đây là của hôm nay.',
	compare: 'So sánh các sản phẩm đã chọn',
	pick: 'Chọn để so sánh',
	link: 'Liên kết đến danh sách này',
	removed: 'Đã bỏ',
	removedOne: 'Đã bỏ một sản phẩm khỏi danh sách.',
	undo: 'Lưu lại',
	gone: (n: string) => `${n} sản phẩm không còn trên chợ`,
	removeGone: 'Bỏ khỏi danh sách',
	sharedTitle: 'Danh sách được chia sẻ',
	sharedLead: (n: string) => `Ai đó gửi cho bạn ${n} sản phẩm. Danh sách của bạn chưa thay đổi.`,
	saveAll: 'Lưu cả danh sách này',
	toOwn: 'Xem danh sách của tôi',
	sharedEmpty: 'Liên kết này không dẫn đến sản phẩm nào còn trên chợ.',
	empty: 'Chưa có gì ở đây. Bấm dấu trang ở góc một sản phẩm để giữ lại xem sau, so sánh hoặc gửi cho người khác.',
	toProducts: 'Xem các sản phẩm'
};
