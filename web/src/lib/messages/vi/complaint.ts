import type { ComplaintSubject } from '#lib/gql/graphql.ts';

const subjects: Record<ComplaintSubject, string> = {
	INFORMATION: 'Thông tin về sản phẩm hoặc cơ sở không đúng',
	STARS: 'Sao hoặc giấy chứng nhận không đúng',
	RIGHTS: 'Nhãn hiệu, chỉ dẫn địa lý, hình ảnh hoặc dữ liệu cá nhân bị dùng trái phép',
	DANGER: 'Hàng cấm hoặc nguy hiểm',
	OTHER: 'Chuyện khác'
};

export const complaint = {
	subjects,
	title: 'Báo điều sai',
	lead: 'Ai cũng gửi được, không cần tài khoản. Bạn nhận thư xác nhận ngay và thư trả lời trong hạn.',
	about: 'Chuyện gì sai?',
	aboutMissing: 'Hãy chọn chuyện gì sai.',
	term: (days: number) => `Trả lời trong ${days} ngày làm việc`,
	product: 'Sản phẩm',
	noProduct: 'Không nói về sản phẩm nào',
	name: 'Tên của bạn',
	emailHint: 'Thư trả lời gửi về đây.',
	text: 'Kể rõ hơn',
	textHint: 'Điều gì sai, sai ở đâu và vì sao bạn biết. Nếu có, nêu cả số giấy chứng nhận hay đường dẫn trang.',
	onlyOffice: 'Chỉ văn phòng chương trình thấy tên và e-mail của bạn.',
	privacy: 'Quyền riêng tư',
	send: 'Gửi khiếu nại',
	filed: 'Đã nhận khiếu nại',
	filedLead: (reference: string, date: string) => `Mã của bạn là ${reference}. Văn phòng chương trình trả lời chậm nhất ngày ${date}.`,
	filedMore: 'Thư xác nhận đã được gửi đến hộp thư của bạn. Nếu không thấy, hãy xem trong thư rác.',
	another: 'Báo thêm điều khác',
	rules: 'Chợ giải quyết khiếu nại thế nào'
};
