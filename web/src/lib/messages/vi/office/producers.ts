import type { IdentityStatus } from '#lib/gql/graphql.ts';

const states: Record<IdentityStatus, string> = {
	VERIFIED: 'Đã xác minh',
	UNVERIFIED: 'Chờ xác minh',
	REFUSED: 'Giấy tờ không khớp'
};

export const producers = {
	tab: 'Làm thay',
	title: 'Làm thay nhà sản xuất',
	lead: 'Cơ sở không tự cập nhật được thì văn phòng làm thay. Nhật ký ghi tên cả hai.',
	name: 'Tên cơ sở, gõ một phần cũng được',
	find: 'Tìm',
	all: 'Xem tất cả cơ sở',
	states,
	actFor: 'Làm thay cho cơ sở',
	more: 'Còn nhiều cơ sở nữa. Hãy gõ thêm chữ trong tên.',
	none: 'Chưa có nhà sản xuất nào có tài khoản',
	noneLead: 'Cơ sở đăng ký trên chợ sẽ hiện ở đây.',
	noneFound: (name: string) => `Không có cơ sở nào có tên chứa “${name}”`
};
