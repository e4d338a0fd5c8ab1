export const policies = {
	title: 'Quy định'
};
