import type { ListingAction } from '#lib/gql/graphql.ts';
import { listing } from './workspace/listing.ts';
import { offers } from './workspace/offers.ts';
import { pictures } from './workspace/pictures.ts';
import { prices } from './workspace/prices.ts';
import { sheets } from './workspace/sheets.ts';
import { stock } from './workspace/stock.ts';

const steps: Record<Exclude<ListingAction, 'EDIT' | 'APPROVE' | 'RETURN'>, string> = {
	SUBMIT: 'Gửi duyệt',
	WITHDRAW: 'Rút lại để sửa',
	DISCARD: 'Bỏ các thay đổi',
	PAUSE: 'Tạm ẩn khỏi chợ',
	RESUME: 'Hiện lại trên chợ',
	ARCHIVE: 'Kết thúc bài đăng',
	RESTORE: 'Mở lại thành bản nháp'
};

export const workspace = {
	listing,
	offers,
	pictures,
	prices,
	sheets,
	stock,
	steps,
	takenDown: 'Văn phòng đã gỡ khỏi chợ',
	title: 'Việc hôm nay',
	parts: 'Các phần của gian làm việc',
	todayTab: 'Hôm nay',
	ordersTab: 'Đơn hàng',
	waitingTitle: 'Đơn hàng chờ xác nhận',
	waitingAll: 'Xem mọi đơn chờ xác nhận',
	listings: 'Sản phẩm',
	stockTab: 'Kho & giá',
	pricesTab: 'Bảng giá',
	evidenceTab: 'Minh chứng',
	sheetsTab: 'Bảng tính',
	viewer: 'Bạn xem được mọi thứ ở đây. Muốn sửa, hãy nhờ chủ sở hữu cho bạn vai trò người biên tập.',
	publicEntry: 'Gian hàng trên chợ',
	newListing: 'Đăng sản phẩm mới',
	waitTitle: 'Văn phòng chương trình đang xem giấy tờ',
	waitLead: 'Thường mất vài ngày làm việc. Xem xong, văn phòng mở gian hàng cho bạn và bạn đăng được sản phẩm ngay tại đây.',
	refusedTitle: 'Giấy tờ chưa khớp',
	refusedLead: 'Văn phòng chương trình đã xem và ghi lại lý do. Hãy liên hệ văn phòng để bổ sung.',
	wayTitle: 'Các bước để lên chợ',
	way: ['Đăng ký cơ sở', 'Văn phòng xem giấy tờ', 'Viết bài và thêm ảnh sản phẩm', 'Văn phòng duyệt bài', 'Đặt giá và bắt đầu bán'],
	wayDone: 'xong',
	wayNow: 'đang ở bước này',
	papers: 'Xem giấy tờ của cơ sở',
	calmTitle: 'Hôm nay không có việc gấp',
	calm: 'Không có bài phải sửa, chứng nhận nào sắp hết hạn hay mặt hàng nào sắp hết.',
	firstTitle: 'Đăng sản phẩm đầu tiên',
	first: 'Chỉ cần tên tiếng Việt là lưu được bản nháp. Mô tả, ảnh và giá thêm sau lúc nào cũng được.',
	returnedTitle: 'Bài cần sửa',
	evidenceReturnedTitle: 'Minh chứng bị trả lại',
	evidenceExpiringTitle: 'Minh chứng sắp hết hạn',
	expiringTitle: 'Chứng nhận sắp hết hạn',
	expires: (number: string, date: string) => `Chứng nhận ${number}, có giá trị đến ${date}`,
	lowTitle: 'Sắp hết hàng',
	low: (count: string, unit: string) => `còn ${count} ${unit}`,
	toStock: 'Cập nhật kho',
	draftsTitle: 'Bản nháp đang viết',
	fix: 'Sửa bài',
	countsTitle: 'Sản phẩm của cơ sở',
	all: 'Tất cả',
	none: 'Không có bài đăng nào ở đây.',
	noneAtAll: 'Cơ sở chưa có sản phẩm nào trên chợ.',
	done: {
		saved: 'Đã lưu.',
		SUBMIT: 'Đã gửi duyệt. Văn phòng chương trình sẽ xem; trong lúc chờ, bạn có thể thêm ảnh.',
		WITHDRAW: 'Đã rút lại. Bài là bản nháp, bạn sửa tiếp được.',
		DISCARD: 'Đã bỏ các thay đổi.',
		PAUSE: 'Sản phẩm đã ẩn khỏi chợ.',
		RESUME: 'Sản phẩm lại hiện trên chợ.',
		ARCHIVE: 'Đã kết thúc bài đăng.',
		RESTORE: 'Đã mở lại thành bản nháp.',
		picture: 'Đã thêm ảnh.',
		arranged: 'Đã lưu ảnh.',
		removed: 'Đã xóa ảnh.',
		offer: 'Đã lưu. Người mua thấy ngay.',
		sent: 'Đã gửi. Cán bộ chương trình sẽ xem và báo cho bạn bằng thư.',
		changed: 'Đã lưu.',
		replaced: 'Đã thay tệp. Giấy đang chờ duyệt.',
		withdrawn: 'Đã rút giấy và xóa tệp.',
		stock: 'Đã lưu kho và giá. Người mua thấy ngay.',
		terms: 'Đã lưu. Giỏ hàng của người mua theo mức mới.'
	} as Record<string, string>
};
