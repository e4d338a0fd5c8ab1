export const prices = {
	title: 'Bảng giá và điều kiện bán',
	lead: 'Mức tối thiểu của mỗi đơn, và giá riêng cho từng bên mua.',
	notYet: 'Văn phòng xác minh cơ sở xong thì đặt được bảng giá và điều kiện bán.',
	smallestTitle: 'Đơn tối thiểu',
	smallestLead: 'Đơn mua của cơ sở ít hơn mức này thì chưa đặt được; người mua thấy còn thiếu bao nhiêu ngay trong giỏ hàng.',
	smallestNow: (sum: string) => `Hiện nay mỗi đơn phải mua từ ${sum}.`,
	smallestNone: 'Hiện nay đơn bao nhiêu cũng nhận.',
	smallest: 'Mỗi đơn ít nhất (đồng)',
	smallestHint: 'Để trống nếu đơn bao nhiêu cũng nhận.',
	smallestSave: 'Lưu mức tối thiểu'
};
