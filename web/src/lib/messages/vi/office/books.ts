export const books = {
	tab: 'Sổ sách',
	title: 'Sổ sách có khớp không?',
	lead: 'Chợ tự đọc lại kho, đơn hàng, sổ cái, chỉ mục và giấy chứng nhận rồi đối chiếu với nhau. Không sửa gì.',
	look: 'Đối chiếu ngay',
	again: 'Đối chiếu lại',
	patience: 'Mất vài giây, chợ lớn thì lâu hơn.',
	at: (moment: string) => `Đối chiếu lúc ${moment}`,
	good: (count: string) => `Cả ${count} điều đều đúng`,
	bad: (count: string) => `${count} điều không đúng`,
	holds: 'Đúng',
	broken: 'Không đúng',
	subject: 'Ở đâu',
	expected: 'Phải là',
	found: 'Đang là',
	more: (count: string) => `và ${count} chỗ nữa`,
	tooLong: 'Đối chiếu lâu quá nên trang này không chờ được nữa',
	tooLongLead: 'Hãy thử lại lúc chợ vắng, hoặc nhờ kỹ thuật chạy lệnh “prove” trên máy chủ.'
};
