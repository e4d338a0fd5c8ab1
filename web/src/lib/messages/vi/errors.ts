export const errors = {
	notFoundTitle: 'Không có trang này',
	notFound: 'Có thể sản phẩm đã được gỡ, hoặc địa chỉ bị gõ nhầm. Mời bạn tìm lại:',
	downTitle: 'Chợ đang tạm nghỉ',
	down: 'Danh mục chưa trả lời. Thường chỉ mất một lúc; mời bạn tải lại trang.',
	badTitle: 'Yêu cầu chưa đúng',
	bad: 'Địa chỉ này có phần không hợp lệ. Mời bạn bắt đầu lại từ ô tìm kiếm.',
	otherTitle: 'Có lỗi ngoài ý muốn',
	other: 'Lỗi ở phía chợ, không phải ở bạn. Mời bạn tải lại trang sau ít phút.',
	reload: 'Tải lại trang',
	home: 'Về trang chủ',
	code: 'Mã lỗi'
};
