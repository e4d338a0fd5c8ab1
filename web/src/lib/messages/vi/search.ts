export const search = {
	label: 'Tìm sản phẩm',
	placeholder: 'Kẹo dừa, bưởi da xanh, tinh dầu…',
	submit: 'Tìm',
	suggestions: 'Gợi ý',
	suggestionCount: (n: number) => (n ? `${n} gợi ý, dùng phím mũi tên để chọn` : 'Không có gợi ý'),
	kinds: { PRODUCT: 'Sản phẩm', PRODUCER: 'Nhà sản xuất', GROUP: 'Nhóm hàng' },
	recent: 'Tìm gần đây',
	recentKept: 'Chỉ nằm trong máy này.',
	recentCount: (n: number) => `${n} lần tìm gần đây, dùng phím mũi tên xuống để đến`,
	forget: (words: string) => `Xóa “${words}” khỏi danh sách tìm gần đây`,
	forgetAll: 'Xóa hết',
	remove: (what: string) => `Bỏ lọc ${what}`,
	previous: 'Trang trước',
	next: 'Trang sau',
	pages: 'Các trang kết quả'
};
