export const policies = {
	titles: { terms: 'Điều khoản sử dụng', privacy: 'Quyền riêng tư', complaints: 'Khiếu nại' },
	version: (n: string) => `Phiên bản ${n}`,
	from: (date: string) => `có hiệu lực từ ${date}`,
	fromTo: (from: string, to: string) => `có hiệu lực từ ${from} đến ${to}`,
	notCurrent: 'Đây là phiên bản cũ, giữ lại để tra cứu.',
	current: 'Xem phiên bản đang có hiệu lực',
	contents: 'Trong trang này',
	versions: 'Các phiên bản',
	file: 'Gửi khiếu nại',
	others: 'Các quy định khác'
};
