export const offline = {
	title: 'Bạn đang ngoại tuyến',
	lead: 'Không có mạng, và trang này chưa từng được mở trên máy của bạn. Khi có mạng trở lại, hãy tải lại trang.',
	reload: 'Tải lại trang',
	copy: (when: string) => `Bản lưu lúc ${when}; giá, hàng và chứng nhận có thể đã đổi`,
	kept: 'Những trang đã xem, mở được ngay',
	none: 'Chưa có trang nào được lưu trên máy này.',
	note: 'Trang lưu trên máy luôn ghi giờ lưu. Chợ giữ nhiều nhất 60 trang gần nhất, và không giữ trang riêng của bạn.'
};
