export const help = {
	title: 'Hỏi đáp',
	lead: 'Về cách tìm, sao OCOP, giá, địa phương và những gì chợ chưa làm được.',
	topics: 'Các mục',
	notFound: 'Chưa thấy điều bạn cần, hoặc thấy điều gì sai?'
};
