export const compare = {
	title: 'So sánh sản phẩm',
	action: 'So sánh'
};
