import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProductQuery } from '#lib/gql/graphql.ts';
import { jsonLd } from '#lib/json-ld.ts';
import { productThing } from './product.ts';

type Product = NonNullable<ProductQuery['product']>;

const reader = { lang: 'vi', origin: 'https://cho.example' } as const;
const money = (amount: number) => ({ amount, digits: 0, currency: 'VND', formatted: `${amount} ₫` });

function product({ demonstration, name = 'Kẹo dừa' }: { demonstration: boolean; name?: string }): Product {
	const pack = (sku: string, amount: number) => ({
		sku,
		pack: 'Hộp 300 g',
		unit: 'hộp',
		price: money(amount),
		priceTiers: [
			{ minimum: 1, unitPrice: money(amount) },
			{ minimum: 50, unitPrice: money(amount - 5000) }
		],
		quantityRule: { minimum: 1, increment: 1, maximum: null },
		leadTimeDays: 2,
		availability: { state: 'IN_STOCK', label: 'Còn hàng', quantity: 10, leadTimeDays: 2 },
		demonstration
	});
	return {
		slug: 'keo-dua',
		name,
		names: { vi: name, en: 'Coconut candy' },
		group: { code: 'food', name: 'Thực phẩm' },
		category: { code: 'candy', name: 'Kẹo' },
		certificate: {
			number: 'BT-1',
			stars: 4,
			showsStars: true,
			issuedOn: '2026-01-02',
			validUntil: '2029-01-02',
			issuer: 'UBND tỉnh Bến Tre',
			demonstration
		},
		certifications: [],
		exportMarkets: [],
		images: [{ url: '/illustrations/coconut-candy.svg', illustration: true }],
		offers: [pack('A', 45_000), pack('B', 90_000)],
		producer: { slug: 'dong-a', name: 'Đông Á' },
		district: { name: 'Mỏ Cày Nam' }
	} as unknown as Product;
}

test('a real price and a real certificate are told with their currency, tiers and rating', () => {
	const told = productThing(product({ demonstration: false }), reader, 'OCOP') as Record<string, any>;

	assert.equal(told.offers['@type'], 'AggregateOffer');
	assert.equal(told.offers.lowPrice, 45_000);
	assert.equal(told.offers.offers[0].priceCurrency, 'VND');
	assert.equal(told.offers.offers[0].availability, 'https://schema.org/InStock');
	assert.equal(told.offers.offers[1].priceSpecification[1].eligibleQuantity.minValue, 50);
	assert.equal(told.hasCertification.certificationIdentification, 'BT-1');
	assert.equal(told.hasCertification.certificationRating.ratingValue, 4);
	assert.equal(told.aggregateRating, undefined);
});

test('made-up prices and certificates are told to nobody', () => {
	const told = productThing(product({ demonstration: true }), reader, 'OCOP');

	assert.equal(told.offers, undefined);
	assert.equal(told.hasCertification, undefined);
	assert.deepEqual(told.image, []);
});

test('a name cannot end the element that carries it', () => {
	const hostile = '</script><script>alert(1)</script><!--';
	const element = jsonLd({
		'@context': 'https://schema.org',
		...{ '@graph': [productThing(product({ demonstration: true, name: hostile }), reader, 'OCOP')] }
	});

	assert.equal(element.match(/<\/script/g)?.length, 1);
	assert.equal(element.match(/<!--/g), null);
	assert.equal(JSON.parse(element.slice(element.indexOf('>') + 1, -'</script>'.length))['@graph'][0].name, hostile);
});
