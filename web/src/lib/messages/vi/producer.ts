export const producer = {
	title: 'Nhà sản xuất',
	lead: 'Những hợp tác xã, tổ hợp tác, doanh nghiệp và hộ kinh doanh đứng sau các sản phẩm.',
	count: (n: string) => `${n} nhà sản xuất`,
	list: 'Danh sách nhà sản xuất',
	productCount: (n: string) => `${n} sản phẩm`,
	products: 'Sản phẩm của cơ sở',
	none: 'Cơ sở chưa có sản phẩm trên chợ.',
	makes: 'Làm ra',
	kind: 'Loại hình',
	noStars: 'Sao OCOP được cấp cho từng sản phẩm, không cấp cho cơ sở.'
};
