/** What a product’s own page says of prices and quantities, and of customs. */
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
	beyondStock: (quantity: string) => `Chỉ có sẵn ${quantity}; phần thêm phải hỏi cơ sở.`,
	notWhole: 'Cần một số nguyên, chẳng hạn:',
	tooFew: (minimum: string) => `Đặt ít nhất ${minimum}.`,
	tooMany: (maximum: string) => `Mỗi lần đặt nhiều nhất ${maximum}.`,
	offStep: (minimum: string, increment: string) => `Từ ${minimum}, mỗi lần thêm ${increment}. Số gần nhất:`,
	take: (quantity: string) => `Lấy ${quantity}`,
	unitPrice: 'Đơn giá',
	increment: 'Mỗi lần thêm',
	maximum: 'Nhiều nhất',
	today: 'Gửi trong ngày',
	sku: 'Mã hàng',
	indicative: 'Giá tham khảo',
	indicativeText: (min: string, max: string, unit: string) =>
		min === max ? `${min}/${unit}` : `${min} – ${max}/${unit}`,
	indicativeNote: (kind: string, year: number | null | undefined) =>
		`Giá ${kind}${year ? ` năm ${year}` : ''} theo nguồn, chỉ để tham khảo.`,
	priceKinds: { retail: 'bán lẻ', wholesale: 'bán sỉ', 'farm-gate': 'tại vườn' } as Record<string, string>,
	customs: 'Mã hải quan (HS) thường dùng',
	customsLead: 'Chỉ để tham khảo: mã đúng tùy thành phần của lô hàng và hải quan nước nhập.',
	market: 'Thị trường',
	code: 'Mã HS',
	goods: 'Dùng cho'
};
