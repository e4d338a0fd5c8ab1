import type { IdentityStatus } from '#lib/gql/graphql.ts';

const states: Record<IdentityStatus, string> = {
	UNVERIFIED: 'Văn phòng chương trình chưa xem giấy tờ. Hàng chờ đến khi xem xong.',
	VERIFIED: 'Văn phòng chương trình đã xem giấy tờ và thấy đúng.',
	REFUSED: 'Giấy tờ không khớp.'
};

export const members = {
	lead: 'Tổ chức mà bạn đang làm việc cho, và những người cùng làm.',
	none: 'Bạn chưa làm việc cho tổ chức nào. Hãy chọn hoặc đăng ký một tổ chức ở trang tài khoản.',
	toAccount: 'Đến trang tài khoản',
	states,
	state: 'Giấy tờ',
	kind: 'Vai trò trên chợ',
	form: 'Loại hình',
	registrationNumber: 'Số đăng ký',
	taxCode: 'Mã số thuế',
	representative: 'Người đại diện',
	members: 'Thành viên',
	since: (date: string) => `từ ngày ${date}`,
	you: 'bạn',
	role: 'Vai trò',
	roleOf: (name: string) => `Vai trò của ${name}`,
	changeRole: 'Đổi vai trò',
	remove: 'Đưa ra khỏi tổ chức',
	removeSure: (name: string) => `${name} sẽ không làm được gì thay tổ chức nữa, kể từ lần bấm kế tiếp. Muốn trở lại thì phải mời lại.`,
	removeDo: 'Đồng ý, đưa ra',
	open: 'Lời mời đang chờ',
	until: (date: string) => `nhận được đến ${date}`,
	withdraw: 'Rút lại lời mời',
	change: 'Sửa thông tin',
	changeLead: 'Đổi tên, loại hình, số đăng ký, mã số thuế hay người đại diện thì văn phòng chương trình xem lại giấy tờ. Hàng đang bán vẫn bán.',
	changeDo: 'Lưu thông tin',
	inviteTitle: 'Mời thêm người',
	inviteLead: 'Người được mời nhận một lá thư có đường dẫn dùng được trong 7 ngày.',
	invite: 'Gửi thư mời',
	roleHint: 'Chủ sở hữu quản lý thành viên; người biên tập lo việc bán hàng, mua hàng; người xem chỉ xem.'
};
