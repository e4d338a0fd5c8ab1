import type { ProductQuery } from '#lib/gql/graphql.ts';

type Product = NonNullable<ProductQuery['product']>;

/**
 * The product for search engines. Prices stay out while they are demonstration data, and OCOP stars always:
 * the vocabulary's ratings are customers' ratings.
 */
export function structuredData(product: Product, url: { pathname: string; origin: string }): string {
	const facts = {
		'@context': 'https://schema.org',
		'@type': 'Product',
		name: product.name,
		alternateName: [product.names.vi, product.names.en].filter((name) => name && name !== product.name),
		description: product.description ?? undefined,
		category: product.group.name,
		url: new URL(url.pathname, url.origin).href,
		image: product.images.filter(({ illustration }) => !illustration).map((image) => new URL(image.url, url.origin).href),
		manufacturer: product.producer ? { '@type': 'Organization', name: product.producer.name } : undefined
	};
	// "</script>" inside a name would end the element.
	const json = JSON.stringify(facts).replaceAll('<', '\\u003c');
	return `<script type="application/ld+json">${json}</` + 'script>';
}
