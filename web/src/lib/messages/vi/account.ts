import type { MemberRole, OrganisationKind } from '#lib/gql/graphql.ts';
import { enrolment } from './account/enrolment.ts';
import { keys } from './account/keys.ts';
import { members } from './account/members.ts';
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
	members,
	security,
	title: 'Tài khoản',
	organisation: 'Tổ chức',
	securityTitle: 'Bảo mật',
	workspace: 'Gian làm việc',
	office: 'Bàn làm việc',
	parts: 'Các phần của tài khoản',
	you: (name: string) => `Bạn là ${name}`,
	actingFor: 'Đang làm việc cho',
	alone: 'Riêng tôi, không thay tổ chức nào',
	change: 'Đổi',
	signOut: 'Đăng xuất',
	roles,
	kinds,
	done: {
		organisation: 'Đã đăng ký tổ chức. Từ giờ bạn làm việc cho tổ chức ấy.',
		joined: 'Bạn đã là thành viên của tổ chức.',
		invited: 'Đã gửi thư mời.',
		role: 'Đã đổi vai trò.',
		removed: 'Đã đưa thành viên ra khỏi tổ chức.',
		revoked: 'Đã thu hồi khóa.',
		password: 'Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất.',
		stopped: 'Đã tắt xác thực hai bước.',
		ended: 'Đã đăng xuất thiết bị ấy.',
		endedAll: 'Đã đăng xuất mọi thiết bị khác.'
	} as Record<string, string>
};
