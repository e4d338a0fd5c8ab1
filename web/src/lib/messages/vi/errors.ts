export const errors = {
	notFoundTitle: 'Không có trang này',
	notFound: 'Có thể sản phẩm đã được gỡ, hoặc địa chỉ bị gõ nhầm. Mời bạn tìm lại:',
	nearest: 'Có phải bạn tìm một trong những món này?',
	languages: 'Chợ có hai ngôn ngữ.',
	/** In the other language. */
	languagesThere: 'The market speaks two languages:',
	downTitle: 'Chợ đang tạm nghỉ',
	down: 'Danh mục chưa trả lời. Thường chỉ mất một lúc.',
	downRetry: 'Trang này sẽ tự tải lại ngay khi danh mục trả lời.',
	badTitle: 'Yêu cầu chưa đúng',
	bad: 'Địa chỉ này có phần không hợp lệ. Mời bạn bắt đầu lại từ ô tìm kiếm.',
	otherTitle: 'Có lỗi ngoài ý muốn',
	other: 'Lỗi ở phía chợ, không phải ở bạn. Mời bạn tải lại trang sau ít phút.',
	reload: 'Tải lại trang',
	home: 'Về trang chủ',
	goOn: 'Hoặc đi tiếp từ đây',
	code: 'Mã lỗi',
	loading: 'Đang tải…',
	waiting: 'Danh mục chưa trả lời.',
	waitingText: 'Trang đang xem vẫn còn đây; chợ sẽ thử lại và mở trang mới khi được.',
	again: 'Thử lại ngay',
	openAnyway: 'Mở hẳn trang mới'
};
