import type { TakedownGround } from '#lib/gql/graphql.ts';

const grounds: Record<TakedownGround, string> = {
	AUTHORITY: 'Cơ quan có thẩm quyền yêu cầu',
	RIGHTS: 'Người có quyền bị xâm phạm yêu cầu',
	DANGER: 'Hàng cấm hoặc nguy hiểm',
	MISLEADING: 'Thông tin gây hiểu lầm'
};

export const complaints = {
	tab: 'Khiếu nại',
	title: 'Khiếu nại',
	lead: 'Khiếu nại phải trả lời trước xếp trước.',
	parts: 'Xem khiếu nại',
	waiting: 'Chờ trả lời',
	answered: 'Đã trả lời',
	none: 'Không có khiếu nại nào chờ trả lời',
	noneLead: 'Khiếu nại mới hiện ở đây ngay khi được gửi.',
	noneAnswered: 'Chưa trả lời khiếu nại nào',
	next: (date: string) => `Có khiếu nại phải trả lời chậm nhất ngày ${date}`,
	nextOverdue: 'Có khiếu nại đã quá hạn trả lời',
	by: (date: string) => `Hạn trả lời: ${date}`,
	overdue: (date: string) => `Quá hạn trả lời: ${date}`,
	reference: 'Mã',
	filedAt: 'Gửi lúc',
	from: 'Người gửi',
	product: 'Sản phẩm',
	isDown: 'Đang bị gỡ',
	takeDown: 'Gỡ sản phẩm này',
	answer: 'Trả lời',
	answerHint: 'Đã xem xét thế nào, đã làm gì. Người gửi nhận nguyên văn qua thư.',
	send: 'Gửi trả lời',
	answeredAt: (moment: string) => `Đã trả lời lúc ${moment}`,
	unsent: 'Câu trả lời chưa gửi',
	yours: 'Bạn đã viết:'
};

export const takedowns = {
	grounds,
	tab: 'Gỡ sản phẩm',
	title: 'Gỡ sản phẩm',
	downTitle: 'Đang bị gỡ',
	since: (moment: string) => `Gỡ lúc ${moment}`,
	none: 'Không có sản phẩm nào đang bị gỡ',
	noneLead: 'Sản phẩm bị gỡ hiện ở đây cho đến khi được trả lại.',
	most: (count: number) => `Chỉ hiện ${count} sản phẩm gỡ gần đây nhất.`,
	formTitle: 'Gỡ một sản phẩm',
	formLead: 'Trong vòng một phút, sản phẩm biến mất khỏi trang, danh sách và kết quả tìm. Cơ sở nhận thư nêu lý do và không tự hiện lại được. Giấy chứng nhận vẫn tra được.',
	product: 'Sản phẩm',
	productHint: 'Dán đường dẫn trang sản phẩm, hoặc viết đúng tên.',
	unknown: 'Không thấy sản phẩm nào trên chợ theo đường dẫn hoặc tên này.',
	several: (count: number) => `Có ${count} sản phẩm mang tên này. Hãy dán đường dẫn trang của đúng sản phẩm.`,
	ground: 'Căn cứ',
	chooseGround: 'Chọn căn cứ',
	groundMissing: 'Hãy chọn căn cứ.',
	reason: 'Lý do',
	reasonHint: 'Cơ sở đọc được nguyên văn.',
	sure: 'Tôi đã kiểm tra đúng sản phẩm và có đủ căn cứ.',
	sureMissing: 'Hãy đánh dấu vào ô này rồi mới gỡ được.',
	takeDown: 'Gỡ khỏi chợ',
	putBackTitle: 'Trả lại chợ',
	putBack: 'Trả lại'
};
