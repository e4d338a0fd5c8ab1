import type { MemberRole, OrganisationKind } from '#lib/gql/graphql.ts';
import { enrolment } from './account/enrolment.ts';
import { keys } from './account/keys.ts';
import { mandates } from './account/mandates.ts';
import { members } from './account/members.ts';
import { personal } from './account/personal.ts';
import { security } from './account/security.ts';

const roles: Record<MemberRole, string> = { OWNER: 'Chủ sở hữu', EDITOR: 'Người biên tập', VIEWER: 'Người xem' };
const kinds: Record<OrganisationKind, string> = {
	PRODUCER: 'Nhà sản xuất',
	DISTRIBUTOR: 'Nhà phân phối',
	BUYER: 'Nơi mua hàng',
	PROGRAMME_OFFICE: 'Văn phòng chương trình'
};

export const account = {
	enrolment,
	keys,
	mandates,
	members,
	personal,
	security,
	title: 'Tài khoản',
	orders: 'Đơn hàng',
	addresses: 'Địa chỉ',
	approvals: 'Duyệt đơn',
	lists: 'Danh sách',
	organisation: 'Tổ chức',
	personalTitle: 'Dữ liệu của bạn',
	securityTitle: 'Bảo mật',
	workspace: 'Gian làm việc',
	office: 'Bàn làm việc',
	parts: 'Các phần của tài khoản',
	you: (name: string) => `Bạn là ${name}`,
	actingFor: 'Đang làm việc cho',
	through: (producer: string, agent: string) => `${producer} (${agent} làm thay)`,
	alone: 'Riêng tôi, không thay tổ chức nào',
	change: 'Đổi',
	signOut: 'Đăng xuất',
	roles,
	kinds,
	done: {
		organisation: 'Đã đăng ký tổ chức. Từ giờ bạn làm việc cho tổ chức ấy.',
		joined: 'Bạn đã là thành viên của tổ chức.',
		changed: 'Đã lưu thông tin của tổ chức.',
		invited: 'Đã gửi thư mời.',
		withdrawn: 'Đã rút lại lời mời. Đường dẫn trong thư không dùng được nữa.',
		mandated: 'Từ giờ hợp tác xã ấy có thể làm thay tổ chức của bạn.',
		unmandated: 'Hợp tác xã ấy không làm thay được nữa.',
		consent: 'Đã ghi lại.',
		kept: 'Tài khoản được giữ lại.',
		erasing: 'Đã nhận yêu cầu xóa tài khoản, và đã gửi thư cho bạn.',
		role: 'Đã đổi vai trò.',
		removed: 'Đã đưa thành viên ra khỏi tổ chức.',
		revoked: 'Đã thu hồi khóa.',
		limit: 'Đã lưu hạn mức.',
		listSaved: 'Đã lưu danh sách.',
		listRemoved: 'Đã xóa danh sách.',
		addressSaved: 'Đã lưu địa chỉ.',
		addressRemoved: 'Đã xóa địa chỉ. Đơn đã đặt không thay đổi.',
		password: 'Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất.',
		stopped: 'Đã tắt xác thực hai bước.',
		ended: 'Đã đăng xuất thiết bị ấy.',
		endedAll: 'Đã đăng xuất mọi thiết bị khác.'
	} as Record<string, string>
};
