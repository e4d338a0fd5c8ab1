import type { EvidenceGrade, EvidenceKind, EvidenceState } from '#lib/gql/graphql.ts';

const kinds: Record<EvidenceKind, string> = {
	TEST_REPORT: 'Phiếu kiểm nghiệm',
	ORGANIC: 'Chứng nhận hữu cơ',
	VIET_GAP: 'Chứng nhận VietGAP',
	GLOBAL_GAP: 'Chứng nhận GlobalGAP',
	HACCP: 'Chứng nhận HACCP',
	ISO: 'Chứng nhận ISO',
	GEOGRAPHICAL_INDICATION: 'Quyền sử dụng chỉ dẫn địa lý',
	QUALITY_DECLARATION: 'Bản tự công bố sản phẩm',
	ORIGIN_CONTRACT: 'Hợp đồng nguồn nguyên liệu',
	TRADE_MARK: 'Giấy tờ nhãn hiệu',
	OTHER: 'Giấy tờ khác'
};

const states: Record<EvidenceState | 'OVER', string> = {
	IN_REVIEW: 'Chờ duyệt',
	ACCEPTED: 'Đã chấp nhận',
	RETURNED: 'Bị trả lại',
	OVER: 'Đã hết hạn'
};

const grades: Record<EvidenceGrade, string> = {
	A: 'A – bản có chữ ký, con dấu của nơi cấp',
	B1: 'B1 – tra được ở nơi cấp hoặc báo, đài chính thống',
	B2: 'B2 – bản chưa ký hoặc mới đề nghị',
	C: 'C – cơ sở tự khai'
};

/** Papers that prove what a listing says: of those who send them, of officers, and of buyers. */
export const evidence = {
	kinds,
	states,
	grades,
	title: 'Minh chứng',
	lead: 'Phiếu kiểm nghiệm, chứng nhận hữu cơ, VietGAP, HACCP… Chỉ cơ sở và cán bộ chương trình xem được, cho đến khi cán bộ chấp nhận; từ đó người mua cũng xem được.',
	none: 'Chưa có giấy tờ nào',
	noneLead: 'Muốn viết “hữu cơ” hay “HACCP” trong bài đăng, hãy gửi giấy chứng nhận ở đây.',
	notYet: 'Văn phòng chương trình phải xác minh cơ sở trước đã.',
	addTitle: 'Thêm giấy tờ',
	add: 'Gửi giấy tờ',
	file: 'Tệp',
	fileHint: 'Bản quét PDF (tối đa 100 trang) hoặc ảnh JPEG, PNG, WebP; tối đa 10 MB.',
	fileMissing: 'Hãy chọn một tệp PDF hoặc ảnh.',
	tooLarge: 'Tệp lớn hơn 10 MB. Hãy quét ở độ phân giải thấp hơn rồi gửi lại.',
	kind: 'Loại giấy tờ',
	chooseKind: 'Chọn loại',
	name: 'Tên trên giấy',
	nameHint: 'Như “Giấy chứng nhận ISO 22000:2018”. Với ISO, hãy ghi số hiệu.',
	number: 'Số giấy',
	issuedBy: 'Nơi cấp',
	issuedOn: 'Ngày cấp',
	expiresOn: 'Ngày hết hạn',
	dayHint: 'Như 05/02/2027.',
	noTerm: 'Để trống nếu giấy không có thời hạn.',
	about: 'Giấy này về',
	whole: 'Cả cơ sở',
	wholeHint: 'Chọn một sản phẩm nếu giấy chỉ nói về sản phẩm ấy.',
	open: (ending: string, size: string) => `Xem tệp (${ending}, ${size})`,
	sentAt: (moment: string) => `Gửi lúc ${moment}`,
	until: (date: string) => `có giá trị đến ${date}`,
	ended: (date: string) => `hết hạn ngày ${date}`,
	issued: (date: string) => `cấp ngày ${date}`,
	no: (number: string) => `số ${number}`,
	of: (organisation: string) => `của ${organisation}`,
	grade: 'Mức chứng cứ',
	reason: 'Lý do trả lại',
	changeTitle: 'Sửa thông tin',
	changeLead: 'Giấy đã được chấp nhận mà sửa thì chờ duyệt lại; trong lúc chờ, người mua không xem được.',
	change: 'Lưu thông tin',
	changeAgain: 'Lưu và gửi duyệt lại',
	replaceTitle: 'Thay tệp khác',
	replaceLead: 'Tệp mới thay tệp cũ, giấy chờ duyệt lại.',
	replace: 'Thay tệp',
	withdrawTitle: 'Rút giấy này',
	withdrawSure: 'Giấy và tệp mất hẳn. Lời nào trong bài đăng dựa vào giấy này sẽ không còn căn cứ.',
	withdraw: 'Rút và xóa',
	back: 'Về danh sách minh chứng',
	forBuyers: 'Minh chứng',
	office: {
		listings: 'Bài đăng',
		parts: 'Những gì đang chờ duyệt',
		waiting: (count: string) => `${count} giấy đang chờ, giấy gửi trước xếp trước.`,
		waitingWay: 'Về danh sách chờ duyệt',
		acceptedWay: 'Xem những giấy đã chấp nhận',
		none: 'Không còn giấy tờ nào chờ duyệt',
		noneLead: 'Giấy tờ mới của các cơ sở sẽ hiện ở đây ngay khi được gửi.',
		noneAccepted: 'Chưa chấp nhận giấy tờ nào',
		gradeHint: 'Chỉ hạng A và B1 làm căn cứ cho lời trong bài đăng. Hạng nào người mua cũng thấy.',
		chooseGrade: 'Chọn hạng',
		accept: 'Chấp nhận',
		returnTitle: 'Trả lại',
		takeTitle: 'Trả lại, không cho người mua xem nữa',
		reasonHint: 'Sai ở đâu, gửi thế nào mới đúng. Cơ sở đọc được nguyên văn và nhận thư.',
		give: 'Trả lại với lý do'
	}
};
