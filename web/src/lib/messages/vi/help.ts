export const help = {
	title: 'Hỏi đáp'
};
