import type { ProducerKind } from '#lib/gql/graphql.ts';

const kinds: Record<ProducerKind, string> = {
	COOPERATIVE: 'Hợp tác xã',
	COOPERATIVE_GROUP: 'Tổ hợp tác',
	ENTERPRISE: 'Doanh nghiệp',
	HOUSEHOLD: 'Hộ kinh doanh'
};

export const producer = {
	title: 'Nhà sản xuất',
	lead: 'Những hợp tác xã, tổ hợp tác, doanh nghiệp và hộ kinh doanh đứng sau các sản phẩm.',
	count: (n: string) => `${n} nhà sản xuất`,
	list: 'Danh sách nhà sản xuất',
	filter: 'Lọc nhà sản xuất',
	kinds,
	kind: 'Loại hình',
	district: 'Địa bàn',
	all: 'Tất cả',
	nothing: 'Không có nhà sản xuất nào khớp cả hai điều kiện.',
	seeAll: 'Xem tất cả nhà sản xuất',
	productCount: (n: string) => `${n} sản phẩm`,
	products: 'Sản phẩm của cơ sở',
	none: 'Cơ sở chưa có sản phẩm trên chợ.',
	withStars: (n: string) => `${n} sản phẩm đang mang sao OCOP`,
	noStars: 'Sao OCOP được cấp cho từng sản phẩm, không cấp cho cơ sở.'
};
