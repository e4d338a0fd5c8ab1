export const personal = {
	lead: 'Bạn đã đồng ý những gì, chợ giữ gì về bạn, và làm sao để chợ quên bạn.',
	consents: 'Những điều bạn đã đồng ý',
	given: (date: string) => `Đồng ý ngày ${date}`,
	ended: (given: string, ended: string) => `đồng ý ngày ${given}, rút lại ngày ${ended}`,
	notGiven: 'Bạn chưa đồng ý.',
	give: 'Tôi đồng ý',
	withdraw: 'Rút lại',
	needed: 'Tài khoản cần điều này. Muốn rút lại thì xóa tài khoản.',
	before: 'Trước đây',
	copyTitle: 'Bản sao dữ liệu',
	copyLead: 'Mọi thứ chợ giữ về bạn, trong một tệp JSON để đọc hoặc mang đi nơi khác. Luật cho chợ 10 ngày; bạn nhận ngay bây giờ.',
	copy: 'Tải bản sao',
	eraseTitle: 'Xóa tài khoản',
	eraseLead:
		'Sau 7 ngày, tên và địa chỉ e-mail của bạn bị xóa và bạn không đăng nhập được nữa. Trong 7 ngày ấy bạn có thể đổi ý. Những gì luật bắt phải giữ, như giấy chứng nhận, đơn hàng và nhật ký, còn lại dưới một tên khác; đơn đang giao giữ địa chỉ đến khi hàng và tiền đã tới nơi. Hàng của tổ chức thì vẫn còn.',
	erase: 'Yêu cầu xóa tài khoản',
	password: 'Mật khẩu hiện tại',
	waits: (date: string) => `Tài khoản sẽ bị xóa ngày ${date}. Trước ngày ấy bạn vẫn dùng được bình thường.`,
	clock: (asked: string, end: string) => `Yêu cầu ngày ${asked}; theo luật phải xong trước ngày ${end}.`,
	keep: 'Tôi đổi ý, giữ lại tài khoản'
};
