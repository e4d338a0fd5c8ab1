export const language = {
	title: 'Ngôn ngữ'
};
