import type { Paths } from '#lib/paths.ts';
import type { Topic } from './help.ts';

export const help = (paths: Paths): Topic[] => [
	{
		title: 'Tìm hàng',
		questions: [
			{
				id: 'go-khong-dau',
				question: 'Gõ không dấu có tìm được không?',
				answer: [
					'Được. “keo dua” tìm ra kẹo dừa; gõ sót kiểu Telex hay VNI như “keoj duwaf”, gõ dính chữ hoặc sai một chữ cũng được hiểu.',
					'Khi bạn gõ có dấu, chợ tin vào dấu: “dừa” không ra dứa, dưa hay đũa. Muốn xem cả những tên viết khác dấu thì bấm dòng “Xem thêm … sản phẩm viết khác dấu” phía trên kết quả.'
				]
			},
			{
				id: 'tu-thanh-bo-loc',
				question: 'Sao vài từ tôi gõ lại thành bộ lọc?',
				answer: [
					'Trong “4 sao Chợ Lách”, chợ hiểu “4 sao” là hạng OCOP và “Chợ Lách” là địa phương. Mỗi bộ lọc hiện thành một thẻ có ghi nó được hiểu từ chữ nào; bấm vào thẻ là bỏ.'
				]
			},
			{
				id: 'thu-tu',
				question: 'Vì sao sản phẩm này đứng trên sản phẩm kia?',
				answer: [
					'Kết quả được so theo một danh sách tiêu chí công khai, lần lượt từ trên xuống. Dưới mỗi kết quả có mục “Vì sao ở đây?” cho biết sản phẩm đạt tiêu chí nào. Không ai trả tiền để được đứng trên.'
				],
				links: [{ text: 'Cách xếp hạng kết quả', href: paths.ranking() }]
			}
		]
	},
	{
		title: 'Sao OCOP',
		questions: [
			{
				id: 'sao-la-gi',
				question: 'Sao OCOP nghĩa là gì, và không nghĩa là gì?',
				answer: [
					'Sao là kết quả hội đồng nhà nước chấm một sản phẩm theo bộ tiêu chí: 3 sao từ 50 điểm, 4 sao từ 70, 5 sao từ 90, kèm những mức tối thiểu cho từng tiêu chí. Giấy chứng nhận có hạn 36 tháng.',
					'Sao không phải điểm của người mua, không nói về giá, và chỉ thuộc đúng sản phẩm của đúng cơ sở ghi trên giấy; không lan sang hàng khác của cùng cơ sở.'
				],
				links: [{ text: 'Chương trình OCOP', href: paths.programme() }]
			},
			{
				id: 'kiem-tra-giay',
				question: 'Làm sao kiểm tra một giấy chứng nhận?',
				answer: [
					'Mở trang tra giấy chứng nhận và gõ số in trên giấy hay trên nhãn. Trang cho biết giấy cấp cho sản phẩm nào, mấy sao, từ ngày nào đến ngày nào, và hôm nay còn hiệu lực không. Trong bản chạy thử, số và ngày của giấy là số liệu minh họa.'
				],
				links: [{ text: 'Tra giấy chứng nhận', href: paths.verify() }]
			},
			{
				id: 'khong-co-sao',
				question: 'Vì sao nhiều sản phẩm không có sao?',
				answer: [
					'Vì chợ chỉ hiện sao khi có giấy chứng nhận còn hiệu lực hôm nay. Không có sao có thể là: chưa dự chấm, chấm dưới 3 sao, giấy đã hết hạn hay bị thu hồi, hoặc chợ chưa nhận được giấy. Đó không phải lời chê sản phẩm.'
				]
			}
		]
	},
	{
		title: 'Giá và đặt hàng',
		questions: [
			{
				id: 'gia',
				question: 'Giá trên chợ có đúng không?',
				answer: [
					'Chưa. Chợ đang chạy thử: tên sản phẩm, cơ sở, nơi làm và mô tả lấy từ nguồn công khai, nhưng giá, hàng sẵn có và thời gian chuẩn bị là số liệu minh họa. “Giá tham khảo” là mức giá một nguồn từng nêu, có ghi năm.'
				]
			},
			{
				id: 'dat-hang',
				question: 'Tôi đặt hàng thế nào?',
				answer: [
					'Cho hàng của bao nhiêu cơ sở tùy ý vào giỏ rồi đặt một lần, có tài khoản hay không đều được. Mỗi cơ sở nhận một đơn riêng và chịu trách nhiệm về đơn của mình. Bạn trả bằng thẻ, VietQR, tiền mặt khi nhận hàng, hoặc trả sau nếu mua cho tổ chức đã được xác minh. Không có tài khoản thì hãy giữ đường liên kết của đơn: đó là chìa khóa.',
					'Chợ đang chạy thử: hàng là số liệu minh họa và không có tiền thật nào được chuyển. Khi chợ chưa có đơn vị vận hành và các quy định về thanh toán, giao hàng, đổi trả chưa có hiệu lực, không ai được thu tiền dưới tên chợ này.'
				],
				links: [{ text: 'Điều khoản sử dụng', href: paths.terms() }]
			},
			{
				id: 'luu-so-sanh',
				question: 'Lưu và so sánh sản phẩm ra sao?',
				answer: [
					'Bấm “Lưu” ở một sản phẩm để giữ lại trong trình duyệt này, không cần tài khoản. Danh sách mất đi khi bạn xóa dữ liệu trình duyệt và không tự sang máy khác. Trang so sánh đặt vài sản phẩm cạnh nhau; địa chỉ của trang ấy chia sẻ được.'
				],
				links: [
					{ text: 'Đã lưu', href: paths.saved() },
					{ text: 'So sánh', href: paths.compare() }
				]
			}
		]
	},
	{
		title: 'Địa phương và nơi làm ra',
		questions: [
			{
				id: 'huyen-sau-2025',
				question: 'Sao vẫn ghi tên huyện, khi huyện không còn?',
				answer: [
					'Từ ngày 1 tháng 7 năm 2025 Bến Tre nhập vào tỉnh Vĩnh Long và cấp huyện không còn. Giấy chứng nhận, nhãn và chỉ dẫn địa lý cấp trước đó vẫn mang tên cũ, và người ta vẫn gọi hàng theo tên ấy. Chợ ghi tên lúc cấp, kèm tên xã, phường ngày nay khi biết.'
				],
				links: [{ text: 'Theo địa phương', href: paths.districts() }]
			},
			{
				id: 'dua-san-pham-len',
				question: 'Tôi là cơ sở sản xuất: làm sao để có mặt hoặc sửa thông tin?',
				answer: [
					'Hiện nay thông tin được lập từ nguồn công khai; chưa có tài khoản cho cơ sở. Khi mở, cơ sở đăng ký, được xác minh danh tính, gửi ảnh, giá và giấy chứng nhận, rồi chợ xem lại trước khi hiện.',
					'Thấy thông tin sai, xin gửi theo trang Khiếu nại: địa chỉ trang, điều cần sửa, và quyết định hay nhãn làm bằng chứng.'
				],
				links: [{ text: 'Khiếu nại và sửa thông tin', href: paths.complaints() }]
			}
		]
	},
	{
		title: 'Dùng trang này',
		questions: [
			{
				id: 'khieu-nai',
				question: 'Khiếu nại ở đâu, bao lâu có trả lời?',
				answer: [
					'Trang Khiếu nại ghi các bước, thời hạn, những gì nên kèm theo và những nơi khác bạn có thể tìm đến. Bản chạy thử chưa có đơn vị vận hành nên chưa có nơi nhận; khi có, chợ báo đã nhận trong 2 ngày làm việc.'
				],
				links: [{ text: 'Khiếu nại', href: paths.complaints() }]
			},
			{
				id: 'ngon-ngu',
				question: 'Đổi sang tiếng Anh thế nào?',
				answer: [
					'Bấm “English” ở đầu trang: cùng trang ấy bằng tiếng Anh. Chợ nhớ lựa chọn để nhắc bạn lần sau, nhưng không bao giờ tự chuyển trang. Tên tiếng Việt của sản phẩm luôn là tên gốc.'
				]
			},
			{
				id: 'mat-mang',
				question: 'Mất mạng có xem được không?',
				answer: [
					'Những trang bạn đã mở gần đây có thể xem lại khi mất mạng, nếu trình duyệt cho phép. Giá và chứng nhận khi ấy là của lần xem trước, nên hãy kiểm lại khi có mạng.'
				]
			},
			{
				id: 'rieng-tu',
				question: 'Chợ biết gì về tôi?',
				answer: [
					'Rất ít. Không tài khoản, không theo dõi, không quảng cáo. Những lần tìm gần đây, sản phẩm đã lưu và ngôn ngữ nằm trong trình duyệt của bạn, xóa lúc nào cũng được.'
				],
				links: [{ text: 'Quyền riêng tư', href: paths.privacy() }]
			}
		]
	}
];
