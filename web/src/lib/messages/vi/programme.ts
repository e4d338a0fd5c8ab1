export const programme = {
	title: 'Chương trình OCOP'
};
