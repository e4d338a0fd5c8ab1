import type { BreadcrumbList, FAQPage, ItemList, Organization, Product, WebSite } from 'schema-dts';

/** What our pages say to machines: each a type of schema.org whose properties the compiler checks. */
export type Thing = Exclude<BreadcrumbList | FAQPage | ItemList | Organization | Product | WebSite, string>;

/**
 * Things as the element that carries them. It is data, so the content security policy has nothing to say to it, but a name
 * may hold "</script>".
 */
export function elementOf(things: Thing[]): string {
	const facts = { '@context': 'https://schema.org', '@graph': things };
	return `<script type="application/ld+json">${JSON.stringify(facts).replaceAll('<', '\\u003c')}</script>`;
}
