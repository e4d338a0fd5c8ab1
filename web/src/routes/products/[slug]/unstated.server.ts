import type { ProductQuery } from '#lib/gql/graphql.ts';
import type { Language } from '#lib/paths.ts';

type Product = NonNullable<ProductQuery['product']>;
export type Unstated = { items: string[]; advice: string };

// What buyers look for and makers have not sent: named in one breath, with whom to ask and what for.
const vi = {
	packaging: 'bao bì',
	certifications: 'chứng nhận khác ngoài OCOP',
	exports: 'thị trường xuất khẩu',
	food: {
		items: ['thành phần', 'chất gây dị ứng', 'giá trị dinh dưỡng', 'cách bảo quản', 'hạn dùng và hạn còn lại khi giao'],
		advice: 'Nên xin cơ sở ảnh nhãn hàng và bản tự công bố sản phẩm trước khi đặt.'
	},
	craft: {
		items: ['chất liệu', 'kích thước và sai số', 'cách giữ gìn'],
		advice: 'Nên xin ảnh thật và kích thước từng mẫu: hàng làm tay không cái nào giống hẳn cái nào.'
	},
	plant: {
		items: ['tuổi cây', 'chiều cao', 'cách chăm sóc', 'cách đóng gói khi gửi'],
		advice: 'Nên xin ảnh đúng cây sẽ giao; gửi cây ra nước ngoài thì hỏi thêm giấy kiểm dịch thực vật.'
	},
	visit: {
		items: ['lịch trình', 'số khách mỗi đoàn', 'tiếng hướng dẫn', 'điều kiện đổi ngày và hủy'],
		advice: 'Nên hỏi ngày còn chỗ, giá cho trẻ em và những gì đã gồm trong giá.'
	},
	trade: {
		items: ['bảng chỉ tiêu kỹ thuật', 'hàng mẫu', 'điều kiện thanh toán', 'làm nhãn riêng', 'sản lượng mỗi tháng', 'nơi giao', 'giấy tờ kèm lô hàng'],
		advice: 'Mua sỉ hoặc xuất khẩu nên hỏi rõ từng mục bằng văn bản.'
	}
};

const en: typeof vi = {
	packaging: 'packaging',
	certifications: 'certifications other than OCOP',
	exports: 'export markets',
	food: {
		items: ['ingredients', 'allergens', 'nutrition', 'storage', 'shelf life and what is left of it at shipment'],
		advice: 'Ask the maker for a photograph of the label and for the product’s declaration of quality before ordering.'
	},
	craft: {
		items: ['material', 'dimensions and tolerance', 'care'],
		advice: 'Ask for photographs and the size of each pattern: no two handmade pieces are quite the same.'
	},
	plant: {
		items: ['age', 'height', 'care', 'packing for transport'],
		advice: 'Ask for a photograph of the very plant; for sending abroad, ask about a phytosanitary certificate too.'
	},
	visit: {
		items: ['programme', 'group size', 'languages of the guide', 'terms for changing a date or cancelling'],
		advice: 'Ask which days have room, what children pay and what the price includes.'
	},
	trade: {
		items: ['specification sheet', 'samples', 'payment terms', 'private label', 'monthly capacity', 'place of delivery', 'papers that go with a lot'],
		advice: 'Buying wholesale or for export, ask for each of these in writing.'
	}
};

const kinds: Record<string, 'food' | 'craft' | 'plant' | 'visit'> = {
	handicraft: 'craft',
	ornamental: 'plant',
	tourism: 'visit'
};

export function unstated(product: Product, lang: Language): Unstated[] {
	const words = lang === 'vi' ? vi : en;
	const kind = kinds[product.group.code] ?? 'food';
	const goods = kind !== 'visit';
	const known = words[kind];
	const more = [
		goods && !product.packaging && words.packaging,
		goods && !product.certifications.length && words.certifications,
		goods && !product.exportMarkets.length && words.exports
	].filter((item) => item !== false);
	const own = { ...known, items: [...known.items, ...more] };
	return goods ? [own, words.trade] : [own];
}
