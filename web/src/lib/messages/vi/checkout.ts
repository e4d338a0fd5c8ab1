import type { PaymentMethod } from '#lib/gql/graphql.ts';

const hints: Record<PaymentMethod, string> = {
	CASH_ON_DELIVERY: 'Trả cho người giao khi nhận được hàng.',
	VIET_QR: 'Quét mã QR bằng ứng dụng ngân hàng. Hàng được giữ 30 phút chờ thanh toán.',
	CARD: 'Trên trang của dịch vụ thanh toán. Hàng được giữ 30 phút chờ thanh toán.',
	TERMS: 'Chuyển khoản trong 30 ngày kể từ ngày đặt.'
};

/** The page on which a cart becomes an order. */
export const checkout = {
	hints,
	title: 'Đặt hàng',
	toCart: 'Sửa giỏ hàng',
	guest: 'Không cần tài khoản cũng đặt được.',
	signIn: 'Đăng nhập',
	signInWhy: 'để đơn hàng nằm chung một chỗ và lần sau khỏi gõ lại địa chỉ.',
	where: 'Giao cho ai, ở đâu',
	addresses: 'Địa chỉ đã lưu',
	otherAddress: 'Địa chỉ khác',
	keepAddress: 'Lưu vào sổ địa chỉ',
	addressGone: 'Địa chỉ này không còn trong sổ. Hãy chọn địa chỉ khác.',
	name: 'Người nhận',
	nameHint: 'Họ tên, hoặc tên công ty.',
	phone: 'Số điện thoại',
	phoneHint: 'Cơ sở gọi số này khi giao hàng.',
	email: 'Địa chỉ e-mail',
	emailHint: 'Để nhận thư xác nhận và đường dẫn theo dõi đơn hàng.',
	lettersTo: (email: string) => `Thư về đơn hàng gửi đến ${email}.`,
	street: 'Số nhà, đường, ấp',
	commune: 'Xã, phường, đặc khu',
	province: 'Tỉnh, thành phố',
	provinceNone: 'Chọn tỉnh, thành phố',
	provinceHint: 'Theo 34 tỉnh, thành phố từ ngày 1/7/2025; không còn cấp huyện.',
	how: 'Thanh toán cách nào',
	reference: 'Mã đơn riêng của bạn',
	referenceHint: 'Số đơn mua nội bộ, nếu có.',
	note: 'Lời nhắn cho cơ sở',
	review: 'Xem lại và đặt',
	perProducer: 'Mỗi cơ sở là một đơn riêng và gửi hàng riêng.',
	total: 'Tổng cộng',
	place: (total: string) => `Đặt hàng – ${total}`,
	agree: 'Bấm nút là đặt mua; giá và hàng được giữ theo bảng trên.',
	emptyTitle: 'Giỏ hàng trống, chưa có gì để đặt',
	emptyLead: 'Nếu bạn vừa đặt ở một cửa sổ khác thì đơn ấy đã được nhận.',
	toCartEmpty: 'Về giỏ hàng',
	blocked: 'Giỏ hàng chưa đặt được: có món hết hàng, hoặc chưa đủ mức tối thiểu của cơ sở. Hãy sửa giỏ hàng ở cửa sổ mới, rồi quay lại đây bấm đặt: những gì bạn đã gõ vẫn còn.',
	fixCart: 'Sửa giỏ hàng (mở cửa sổ mới)'
};
