export const groups = {
	title: 'Nhóm hàng'
};
