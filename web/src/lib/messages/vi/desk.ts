import type { ListingState, LiveState } from '#lib/gql/graphql.ts';

const states: Record<ListingState, string> = {
	DRAFT: 'Bản nháp',
	IN_REVIEW: 'Chờ duyệt',
	RETURNED: 'Cần sửa',
	APPROVED: 'Đã duyệt',
	PAUSED: 'Tạm ẩn',
	ARCHIVED: 'Đã kết thúc'
};
const live: Record<LiveState, string> = {
	NONE: 'Chưa lên chợ',
	SHOWN: 'Đang hiện trên chợ',
	HIDDEN: 'Đang ẩn khỏi chợ'
};

/** What the workspace of producers and the desk of the office say alike. */
export const desk = {
	states,
	live,
	account: 'Tài khoản',
	actsFor: (agent: string, organisation: string) => `${agent} làm thay cho ${organisation}`,
	stopActing: 'Thôi làm thay',
	stillAtWork: 'Tệp đã gửi nhưng sau nửa phút vẫn chưa xử lý xong. Một phút nữa hãy tải lại trang, xem đã có chưa rồi mới gửi lại.',
	fields: {
		listing: 'Cả bài đăng',
		'name.vi': 'Tên tiếng Việt',
		'name.en': 'Tên tiếng Anh',
		'description.vi': 'Mô tả tiếng Việt',
		'description.en': 'Mô tả tiếng Anh',
		'packaging.vi': 'Quy cách tiếng Việt',
		'packaging.en': 'Quy cách tiếng Anh',
		category: 'Loại hàng',
		group: 'Nhóm sản phẩm OCOP',
		keywords: 'Từ khóa',
		'season.harvestMonths': 'Tháng thu hoạch',
		'season.blackouts': 'Những đợt nghỉ'
	} as Record<string, string>,
	before: 'Đang hiện trên chợ',
	after: 'Bản mới',
	nothing: 'Chưa có',
	takenAway: 'Bỏ trống',
	claims: {
		forbidden: 'Không được viết',
		open: 'Chưa có căn cứ',
		backed: 'Có căn cứ',
		proven: 'Có minh chứng'
	},
	picture: (place: string) => `Ảnh ${place}`,
	more: 'Xem tiếp',
	fromStart: 'Về đầu danh sách',
	sentAt: (moment: string) => `Gửi duyệt lúc ${moment}`,
	notNumber: 'Hãy viết một số nguyên, như 40 hoặc 55.000.',
	notDay: (line: string) => `Không đọc được ngày “${line}”. Hãy viết như 05/02/2027.`,
	fileMissing: 'Hãy chọn một tệp ảnh.',
	fileTooLarge: 'Tệp lớn hơn 15 MB. Hãy chụp hoặc lưu ảnh nhỏ hơn rồi gửi lại.'
};
