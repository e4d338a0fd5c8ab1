export const programme = {
	title: 'Chương trình OCOP',
	table: 'Bảng số liệu và nguồn',
	note: 'Ghi chú',
	asOf: (when: string) => `Số liệu ${when}`,
	stars: 'Hạng',
	points: 'Điểm',
	decidedBy: 'Ai công nhận',
	meaning: 'Nghĩa là',
	decisions: {
		title: 'Các quyết định OCOP',
		lead: 'Mỗi lần công nhận, gia hạn hay thu hồi giấy chứng nhận, mới nhất xếp trước. Bấm số giấy để biết hôm nay giấy còn hiệu lực hay không.',
		see: 'Xem các quyết định công nhận, gia hạn và thu hồi',
		certified: 'Công nhận',
		none: 'Chưa có quyết định nào.',
		newest: 'Về những quyết định mới nhất'
	}
};
