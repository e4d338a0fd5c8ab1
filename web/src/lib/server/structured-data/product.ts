import type { Certification, Offer, Organization, Product, PropertyValue, UnitPriceSpecification } from 'schema-dts';
import type { ProductQuery } from '#lib/gql/graphql.ts';
import { pathsIn, type Paths } from '#lib/paths.ts';
import type { Reader } from './things.ts';

type Answer = NonNullable<ProductQuery['product']>;
type Pack = Answer['offers'][number];

const availability = {
	IN_STOCK: 'https://schema.org/InStock',
	MADE_TO_ORDER: 'https://schema.org/MadeToOrder',
	OUT_OF_STOCK: 'https://schema.org/OutOfStock'
} as const;

/**
 * The product for search engines. Demonstration prices and certificates stay out: an engine would repeat made-up figures
 * without the ribbon that says so. Stars are a certification's rating and never the product's own, which means customers'.
 */
export function productThing(product: Answer, { lang, origin }: Reader, programme: string): Product & { '@type': 'Product' } {
	const paths = pathsIn(lang);
	const at = (path: string) => new URL(path, origin).href;
	const url = at(paths.product(product.slug));
	const maker = makerOf(product, paths, at);
	return {
		'@type': 'Product',
		'@id': url,
		url,
		name: product.name,
		alternateName: [product.names.vi, product.names.en].filter((name) => !!name && name !== product.name) as string[],
		description: product.description ?? undefined,
		category: `${product.group.name} > ${product.category.name}`,
		image: photographs(product, at),
		brand: maker && { '@type': 'Brand', name: product.producer!.name },
		manufacturer: maker,
		countryOfOrigin: { '@type': 'Country', name: 'Việt Nam' },
		additionalProperty: properties(product),
		hasCertification: certification(product, programme),
		offers: offersOf(product, url, maker)
	};
}

/** A drawing of the shelf shows no product. */
const photographs = ({ images }: Answer, at: (path: string) => string) =>
	images.filter(({ illustration }) => !illustration).map(({ url }) => at(url));

function makerOf({ producer, district }: Answer, paths: Paths, at: (path: string) => string): Organization | undefined {
	if (!producer) return undefined;
	return {
		'@type': 'Organization',
		name: producer.name,
		url: at(paths.producer(producer.slug)),
		address: {
			'@type': 'PostalAddress',
			addressLocality: district?.name,
			addressRegion: 'Bến Tre',
			addressCountry: 'VN'
		}
	};
}

function properties({ packaging, certifications, exportMarkets }: Answer): PropertyValue[] {
	const rows: [string, string | null | undefined][] = [
		['packaging', packaging],
		...certifications.map(({ name, detail }): [string, string] => ['certification', detail || name]),
		['exportMarkets', exportMarkets.map(({ name }) => name).join(', ')]
	];
	return rows.flatMap(([name, value]) => (value ? [{ '@type': 'PropertyValue', name, value }] : []));
}

function certification({ certificate }: Answer, name: string): Certification | undefined {
	if (!certificate?.showsStars || certificate.demonstration) return undefined;
	return {
		'@type': 'Certification',
		name,
		certificationIdentification: certificate.number,
		issuedBy: { '@type': 'Organization', name: certificate.issuer },
		validFrom: certificate.issuedOn,
		expires: certificate.validUntil,
		certificationRating: { '@type': 'Rating', ratingValue: certificate.stars, bestRating: 5, worstRating: 3 }
	};
}

function offersOf({ offers }: Answer, url: string, seller: Organization | undefined): Product['offers'] {
	const real = offers.filter(({ demonstration }) => !demonstration).map((pack) => offerOf(pack, url, seller));
	const [first, ...more] = real;
	if (!first || more.length === 0) return first;
	const prices = real.map(({ price }) => Number(price));
	return {
		'@type': 'AggregateOffer',
		lowPrice: Math.min(...prices),
		highPrice: Math.max(...prices),
		priceCurrency: first.priceCurrency,
		offerCount: real.length,
		offers: real
	};
}

type OneOffer = Exclude<Offer, string> & { price: number; priceCurrency: string };

function offerOf(pack: Pack, url: string, seller: Organization | undefined): OneOffer {
	const { currency } = pack.price;
	return {
		'@type': 'Offer',
		url,
		sku: pack.sku,
		name: pack.pack,
		price: major(pack.price),
		priceCurrency: currency,
		availability: availability[pack.availability.state as keyof typeof availability],
		eligibleQuantity: {
			'@type': 'QuantitativeValue',
			minValue: pack.quantityRule.minimum,
			maxValue: pack.quantityRule.maximum ?? undefined,
			unitText: pack.unit
		},
		priceSpecification: pack.priceTiers.length > 1 ? pack.priceTiers.map((tier) => tierOf(tier, pack)) : undefined,
		seller
	} as OneOffer;
}

const tierOf = ({ minimum, unitPrice }: Pack['priceTiers'][number], pack: Pack): UnitPriceSpecification => ({
	'@type': 'UnitPriceSpecification',
	price: major(unitPrice),
	priceCurrency: unitPrice.currency,
	eligibleQuantity: { '@type': 'QuantitativeValue', minValue: minimum, unitText: pack.unit }
});

/** Schema.org counts in whole units: 45000 đồng, 12.5 dollars. */
const major = ({ amount, digits }: { amount: number; digits: number }) => amount / 10 ** digits;
