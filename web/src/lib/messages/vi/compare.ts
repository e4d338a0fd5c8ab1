export const compare = {
	title: 'So sánh'
};
