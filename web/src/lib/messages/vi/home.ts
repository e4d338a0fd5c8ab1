export const home = {
	heading: 'Của ngon xứ dừa, tận nơi làm ra',
	lead: 'Tìm trong những sản phẩm OCOP và đặc sản Bến Tre. Mỗi món cho biết ai làm, ở đâu, chứng nhận nào còn hiệu lực.',
	try: 'Thử tìm:',
	tries: ['kẹo dừa', 'bưởi da xanh', 'bánh phồng Sơn Đốc', 'dầu dừa', '4 sao Chợ Lách'],
	groups: 'Sáu nhóm hàng',
	groupCount: (n: string) => `${n} sản phẩm`,
	certified: 'Đang có chứng nhận OCOP',
	certifiedLead: 'Chỉ hiện sao khi giấy chứng nhận còn hiệu lực hôm nay.',
	allCertified: 'Xem tất cả sản phẩm có chứng nhận',
	producers: 'Người làm ra',
	producersLead: 'Hợp tác xã, tổ hợp tác, doanh nghiệp và hộ gia đình.',
	allProducers: 'Xem tất cả nhà sản xuất',
	numbers: 'Chợ trong vài con số',
	products: 'sản phẩm',
	certifiedProducts: 'đang có chứng nhận OCOP',
	makers: 'nhà sản xuất',
	groupsNumber: 'nhóm hàng',
	trust: 'Sao OCOP nghĩa là gì?',
	trustText:
		'OCOP – “Mỗi xã một sản phẩm” – là chương trình của Nhà nước. Hội đồng chấm sản phẩm theo bộ tiêu chí và cấp giấy chứng nhận từ 3 đến 5 sao, có hạn 36 tháng. Sao ở đây không phải đánh giá của người mua.'
};
