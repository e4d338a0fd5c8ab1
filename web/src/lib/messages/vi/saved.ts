export const saved = {
	title: 'Đã lưu'
};
