import type { ApprovalState } from '#lib/gql/graphql.ts';

const states: Record<ApprovalState, string> = {
	OPEN: 'Chờ duyệt',
	APPROVED: 'Đã duyệt',
	DECLINED: 'Không duyệt',
	WITHDRAWN: 'Đã rút lại',
	EXPIRED: 'Quá hạn'
};

/** Orders that an owner of the buying organisation has to approve. */
export const approvals = {
	states,
	title: 'Duyệt đơn',
	leadOwner: 'Đơn vượt hạn mức của người đặt chờ chủ sở hữu duyệt ở đây. Hàng chưa được giữ cho đến khi duyệt.',
	leadMember: 'Đơn bạn đặt vượt hạn mức chờ chủ sở hữu duyệt. Hàng chưa được giữ cho đến khi duyệt.',
	open: 'Đang chờ duyệt',
	noneOpen: 'Không có đơn nào chờ duyệt',
	noneOpenOwner: 'Khi một thành viên đặt đơn vượt hạn mức, đơn ấy hiện ở đây và bạn nhận được thư. Hạn mức từng người đặt ở trang Tổ chức.',
	noneOpenMember: 'Khi bạn đặt đơn vượt hạn mức, đơn ấy hiện ở đây cho đến khi được duyệt.',
	toOrganisation: 'Đặt hạn mức',
	closed: 'Đã xong',
	next: 'Trang sau',
	fromStart: 'Về đầu danh sách',
	asked: (name: string, moment: string) => `${name}, ${moment}`,
	one: (name: string) => `Đơn ${name} muốn đặt`,
	mine: 'Đơn của bạn chờ duyệt',
	yours: 'Đơn bạn muốn đặt',
	sent: 'Đã gửi đơn cho chủ sở hữu duyệt',
	sentLead: 'Đây chưa phải là đơn hàng: giỏ hàng đã trống nhưng hàng chưa được giữ. Khi có trả lời, bạn sẽ nhận được thư.',
	notKept: 'Chưa lưu được địa chỉ vào sổ. Bạn có thể thêm ở trang Địa chỉ giao hàng.',
	until: (moment: string) => `Duyệt được đến ${moment}`,
	over: (limit: string) => `Hạn mức mỗi đơn: ${limit}`,
	wanted: 'Lúc đặt',
	total: 'Tổng tiền hôm nay',
	changed: (before: string) => `Khác lúc đặt: khi ấy là ${before}. Món nào đổi giá được ghi giá cũ bên cạnh.`,
	blocked: 'Có món hôm nay chưa đặt được, nên chưa duyệt được. Bạn có thể chờ đến khi có hàng, hoặc không duyệt để người đặt sửa lại.',
	was: (before: string) => `lúc đặt ${before}`,
	all: 'Tất cả đơn chờ duyệt',
	approve: (total: string) => `Duyệt và đặt – ${total}`,
	approveLead: 'Đơn được đặt ngay, đứng tên người đặt và ghi tên bạn là người duyệt.',
	decline: 'Không duyệt',
	declineLead: 'Người đặt nhận được thư kèm lý do và có thể đưa các món trở lại giỏ hàng.',
	reason: 'Lý do',
	withdraw: 'Rút lại đơn này',
	toCart: 'Đưa các món trở lại giỏ hàng',
	decided: (name: string, moment: string) => `${name}, ${moment}`,
	order: (number: string) => `Xem đơn hàng ${number}`,
	done: {
		declined: 'Đã ghi là không duyệt và gửi thư cho người đặt.',
		takenBack: 'Đã rút lại. Không ai duyệt được đơn này nữa.'
	} as Record<string, string>,
	limitHint: 'Đơn cao hơn phải chờ bạn duyệt. Để trống là không giới hạn, 0 là đơn nào cũng phải duyệt.',
	limitOf: (name: string) => `Hạn mức mỗi đơn của ${name}, đồng`,
	limitNow: (limit: string) => `Tự đặt được đến ${limit} mỗi đơn`,
	noLimit: 'Tự đặt được, không giới hạn',
	changeLimit: 'Đổi hạn mức',
	setLimit: 'Lưu hạn mức',
	notWhole: 'Hãy viết một số tiền tròn, như 5.000.000, hoặc để trống.',
	checkout: (limit: string) => `Bạn tự đặt được đến ${limit} mỗi đơn. Đơn này cao hơn, nên sẽ gửi cho chủ sở hữu duyệt trước; hàng chưa được giữ.`,
	send: (total: string) => `Gửi xin duyệt – ${total}`
};
