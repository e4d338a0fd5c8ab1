export const districts = {
	title: 'Địa phương'
};
