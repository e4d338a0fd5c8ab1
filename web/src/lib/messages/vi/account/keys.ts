import type { KeyScope } from '#lib/gql/graphql.ts';

const scopes: Record<KeyScope, string> = {
	LISTINGS: 'Bài đăng và hình ảnh',
	STOCK: 'Giá, tồn kho và cách bán',
	OFFICE: 'Duyệt bài và xác minh cơ sở'
};

export const keys = {
	title: 'Khóa cho máy',
	lead: 'Phần mềm bán hàng hay kho của bạn dùng khóa này để tự cập nhật qua API. Mỗi máy một khóa.',
	scopes,
	none: 'Chưa có khóa nào.',
	name: 'Tên khóa',
	nameHint: 'Để nhận ra máy nào, ví dụ “Máy bán hàng ở kho”.',
	may: 'Khóa được làm gì',
	create: 'Tạo khóa',
	made: (name: string) => `Đã tạo khóa “${name}”`,
	once: 'Hãy chép ngay mã bí mật: trang này chỉ hiện một lần.',
	clientId: 'Mã khóa (client_id)',
	secret: 'Mã bí mật (client_secret)',
	how: 'Máy lấy mã truy cập ở /connect/token theo chuẩn OAuth 2 (client credentials).',
	used: (moment: string) => `dùng lần cuối ${moment}`,
	unused: 'chưa dùng lần nào',
	revoke: 'Thu hồi',
	revokeSure: 'Máy dùng khóa này sẽ không làm được gì nữa, ngay từ lần gọi kế tiếp.',
	revokeDo: 'Đồng ý, thu hồi'
};
