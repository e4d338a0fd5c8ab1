export const offline = {
	title: 'Ngoại tuyến'
};
