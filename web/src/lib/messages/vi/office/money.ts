/** By what became of a transfer, else by what an event changed. */
const reasons: Record<string, string> = {
	UNKNOWN_CODE: 'Chuyển khoản không rõ của đơn nào',
	WRONG_ACCOUNT: 'Chuyển vào tài khoản khác',
	UNDER: 'Chuyển thiếu',
	OVER: 'Chuyển thừa, phần thừa đang hoàn lại',
	LATE: 'Tiền đến khi đơn đã hết hạn',
	DOUBLE: 'Chuyển hai lần',
	PAID_LATE: 'Tiền đến khi đơn đã hết hạn',
	PAID_IN_PART: 'Mới trả một phần',
	PAID_AGAIN: 'Trả thêm lần nữa',
	NOT_OURS: 'Khác loại tiền hoặc khác cách trả',
	DISPUTED: 'Ngân hàng người mua đòi lại tiền',
	REFUND_FAILED: 'Tiền hoàn không đến nơi',
	other: 'Tiền không rõ của đơn nào'
};
const gateways: Record<string, string> = {
	bank: 'ngân hàng báo',
	'bank-transfer': 'chuyển khoản',
	'cash-on-delivery': 'tiền mặt',
	sandbox: 'thẻ, giả lập',
	stripe: 'Stripe',
	vietqr: 'VietQR'
};

export const money = {
	reasons,
	gateways,
	tab: 'Tiền',
	title: 'Tiền cần người xử lý',
	lead: 'Những khoản mà chợ không tự quyết được.',
	none: 'Không khoản tiền nào chờ bạn',
	noneLead: 'Chuyển khoản không rõ, thiếu, thừa, đến muộn và tiền phải trả lại bằng tay sẽ hiện ở đây.',
	events: 'Tiền đến',
	refunds: 'Tiền phải trả lại',
	refundsLead: 'Gọi cho người mua nếu chưa rõ tài khoản. Chuyển xong thì ghi lại ở đây.',
	noAmount: 'Không ghi số tiền',
	words: 'Nội dung chuyển khoản',
	noWords: '(để trống)',
	reference: 'Mã giao dịch',
	order: 'Đơn hàng',
	buyer: 'Người mua',
	camein: 'Đã trả bằng',
	failed: 'Đã gửi nhưng không đến nơi',
	settle: 'Đã xử lý xong',
	note: 'Đã làm gì',
	noteHint: 'Người xem nhật ký đọc được. Không khoản tiền nào được tính thêm.',
	assign: 'Ghi cho một đơn',
	assignLead: 'Tiền được tính cho đơn này như khi người mua ghi đúng nội dung. Mỗi mã giao dịch chỉ tính một lần.',
	assignSubmit: 'Ghi cho đơn này',
	number: 'Số đơn hàng',
	sentBack: 'Đã chuyển trả',
	amount: 'Số tiền đã chuyển (đồng)',
	sentReference: 'Mã giao dịch của lần chuyển trả',
	record: 'Ghi đã trả'
};
