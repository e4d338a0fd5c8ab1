export const programme = {
	title: 'Chương trình OCOP',
	table: 'Bảng số liệu và nguồn',
	note: 'Ghi chú',
	asOf: (when: string) => `Số liệu ${when}`,
	stars: 'Hạng',
	points: 'Điểm',
	decidedBy: 'Ai công nhận',
	meaning: 'Nghĩa là'
};
