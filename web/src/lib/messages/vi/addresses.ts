/** The address book of whoever buys. */
export const addresses = {
	title: 'Địa chỉ giao hàng',
	lead: 'Lưu nơi nhận hàng một lần, khi đặt chỉ cần chọn. Địa chỉ thường dùng được chọn sẵn.',
	leadOf: (company: string) => `Nơi nhận hàng của ${company}, mọi thành viên cùng dùng. Địa chỉ thường dùng được chọn sẵn khi đặt hàng.`,
	none: 'Chưa có địa chỉ nào. Bạn có thể thêm ở đây, hoặc đánh dấu “Lưu vào sổ địa chỉ” khi đặt hàng.',
	usual: 'Thường dùng',
	makeUsual: 'Đặt làm địa chỉ thường dùng',
	label: 'Tên gọi',
	labelHint: 'Để bạn dễ nhận ra, ví dụ “Kho quận 7”.',
	change: 'Sửa',
	remove: 'Xóa',
	add: 'Thêm địa chỉ',
	save: 'Lưu địa chỉ'
};
