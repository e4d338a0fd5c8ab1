export const verify = {
	title: 'Tra giấy chứng nhận'
};
