import type { ProducerCardFragment, ProductCardFragment } from '#lib/gql/graphql.ts';

/** Made-up products that hold what a real one might do worst. */
const product: ProductCardFragment = {
	id: 'sample',
	slug: 'vi-du',
	name: 'Kẹo dừa ví dụ',
	group: { code: 'food', name: 'Thực phẩm' },
	category: { code: 'coconut-candy', name: 'Kẹo dừa' },
	certificate: { stars: 4, showsStars: true },
	producer: { name: 'Hợp tác xã Ví Dụ' },
	district: { name: 'Huyện Mỏ Cày Nam' },
	images: [{ url: '/drawings/coconut-candy.pandan.2.svg', alt: 'Hình vẽ minh họa: Kẹo dừa', width: 480, height: 360, sources: [] }],
	offers: [{ unit: 'hộp', price: { formatted: '45.000 ₫' } }]
};

const longName =
	'Bánh tráng béo nước cốt dừa nướng than gáo dừa rắc mè đen gia truyền bốn đời làng nghề Mỹ Lồng Giồng Trôm loại đặc biệt hộp quà Tết';

const sample = (slug: string, change: Partial<ProductCardFragment>): ProductCardFragment => ({
	...product,
	slug,
	id: slug,
	...change
});

export const products: { story: string; product: ProductCardFragment }[] = [
	{ story: 'five stars', product: sample('nam-sao', { certificate: { stars: 5, showsStars: true } }) },
	{
		story: 'a very long name, maker and price',
		product: sample('ten-rat-dai', {
			name: longName,
			producer: { name: `Công ty Trách nhiệm hữu hạn Một thành viên Sản xuất – Thương mại – Dịch vụ ${longName}` },
			offers: [{ unit: 'thùng 48 hộp quà', price: { formatted: '1.234.567.890 ₫' } }]
		})
	},
	{ story: 'a word without a break', product: sample('mot-tu', { name: 'Keoduasauriengladuadacbiet'.repeat(4) }) },
	{ story: 'no stars: never certified', product: sample('khong-sao', { certificate: null }) },
	{ story: 'expired or revoked: no stars', product: sample('het-han', { certificate: { stars: 5, showsStars: false } }) },
	{ story: 'no offer', product: sample('khong-gia', { offers: [] }) },
	{ story: 'no maker, no district', product: sample('khong-co-so', { producer: null, district: null }) },
	{ story: 'no picture', product: sample('khong-hinh', { images: [] }) },
	{
		story: 'a picture that fails',
		product: sample('hinh-hong', {
			images: [{ url: '/healthz', alt: 'Hình vẽ minh họa: Kẹo dừa', width: 480, height: 360, sources: [] }]
		})
	}
];

const producer: ProducerCardFragment = {
	id: 'sample',
	slug: 'co-so-vi-du',
	name: 'Cơ sở Ví Dụ',
	kind: 'HOUSEHOLD',
	kindLabel: 'Hộ kinh doanh',
	makes: 'Kẹo dừa, bánh tráng',
	district: { name: 'Huyện Giồng Trôm' },
	productCount: 3
};

export const producers: ProducerCardFragment[] = [
	producer,
	{ ...producer, slug: 'to-hop-tac', kind: 'COOPERATIVE_GROUP', kindLabel: 'Tổ hợp tác', makes: null },
	{ ...producer, slug: 'hop-tac-xa', kind: 'COOPERATIVE', kindLabel: 'Hợp tác xã', name: `Hợp tác xã ${longName}` },
	{ ...producer, slug: 'doanh-nghiep', kind: 'ENTERPRISE', kindLabel: 'Doanh nghiệp', district: null, productCount: 0 }
];

export const districts = [
	'ba-tri', 'binh-dai', 'chau-thanh', 'cho-lach', 'giong-trom', 'mo-cay-bac', 'mo-cay-nam', 'thanh-phu', 'thanh-pho-ben-tre'
].map((code, at) => ({ code, name: `Huyện ${code}`, productCount: at * at }));

export const groups = [
	{ code: 'food', name: 'Thực phẩm', productCount: 149 },
	{ code: 'unknown', name: 'Một nhóm mới chưa có hình vẽ riêng', productCount: 0 }
];
