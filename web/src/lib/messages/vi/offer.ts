/** What a product’s own page says of prices and quantities. */
export const offer = {
	packs: 'Quy cách và giá',
	fromQuantity: (quantity: string) => `Từ ${quantity}`,
	quantity: 'Số lượng',
	quantityOf: (unit: string) => `Số lượng (${unit})`,
	add: 'Thêm vào giỏ hàng',
	notSold: 'Hiện chưa đặt mua được trên chợ.',
	work: 'Tính',
	sum: (quantity: string, price: string) => `${quantity} × ${price} =`,
	nextTier: (quantity: string, price: string) => `Mua từ ${quantity} thì còn ${price}.`,
	notWhole: 'Cần một số nguyên, chẳng hạn:',
	tooFew: (minimum: string) => `Đặt ít nhất ${minimum}.`,
	tooMany: (maximum: string) => `Mỗi lần đặt nhiều nhất ${maximum}.`,
	offStep: (minimum: string, increment: string) => `Từ ${minimum}, mỗi lần thêm ${increment}. Số gần nhất:`,
	take: (quantity: string) => `Lấy ${quantity}`,
	unitPrice: 'Đơn giá',
	increment: 'Mỗi lần thêm',
	maximum: 'Nhiều nhất',
	today: 'Gửi trong ngày',
	sku: 'Mã hàng'
};
