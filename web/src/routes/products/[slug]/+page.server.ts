import { error } from '@sveltejs/kit';
import { ProductAroundDocument, ProductDocument, type OfferDetailsFragment, type ProductQuery } from '#lib/gql/graphql.ts';
import { i18n } from '#lib/i18n.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import type { Messages } from '#lib/messages/vi/index.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { query } from '#lib/server/api.ts';
import { productThing } from '#lib/server/structured-data/product.ts';
import { evidenceOf } from './evidence.server.ts';
import { unstated } from './unstated.server.ts';
import type { PageServerLoad } from './$types';

type Product = NonNullable<ProductQuery['product']>;

export const load: PageServerLoad = async (event) => {
	const { lang } = event.locals;
	const around = productsAround(event);
	const { product } = await query(event, ProductDocument, { slug: event.params.slug });
	if (!product) error(404, 'No such product.');
	const words = messagesIn(lang);
	const paths = ownPathsIn(lang);
	const { number, date } = i18n(lang, () => words);
	const { names, producer, group } = product;
	const otherName = lang === 'vi' ? names.en : names.vi;
	event.locals.things.push(
		productThing(product, { lang, origin: event.url.origin }, words.product.certificate)
	);
	return {
		product: { ...product, offers: product.offers.map((offer) => ({ ...offer, sold: soldAs(offer, product), toSample: sampleOf(offer, product, paths, words) })) },
		// In finished words, so that no script has to travel for them.
		steps: [
			{ name: words.nav.products, href: paths.search() },
			{ name: group.name, href: paths.search({ group: group.code }) }
		],
		updated: words.product.updated(date(product.updatedAt)),
		// For those who know the product by its name in the other language.
		otherName: otherName !== product.name ? otherName : null,
		address: event.url.origin + paths.product(product.slug),
		ofMaker: producer ? { href: paths.producer(producer.slug), words: words.product.makerAll(number(producer.productCount)) } : undefined,
		evidence: evidenceOf(product, lang),
		unstated: unstated(product, lang),
		indicative: indicativeOf(product, words.indicative),
		customs: words.customs,
		report: { href: paths.newComplaint({ product: product.slug }), words: words.complaint.title },
		around: await around
	};
};

/** What the button of a pack sends; nothing where nobody sells it. */
const soldAs = ({ id, availability }: OfferDetailsFragment, { slug, producer }: Product) =>
	producer && availability.state !== 'OUT_OF_STOCK' ? `${id} ${slug}` : undefined;

/** The way to a sample of a pack, in finished words. */
const sampleOf = (offer: OfferDetailsFragment, product: Product, paths: ReturnType<typeof ownPathsIn>, words: Messages) =>
	offer.sample && soldAs(offer, product) ? { href: paths.orderSample({ offer: offer.id }), words: words.checkout.sample.link(offer.sample.unitPrice.formatted) } : undefined;

function indicativeOf({ indicativePrice: price }: Product, words: Messages['indicative']) {
	if (!price) return undefined;
	const text = words.text(price.minimum.formatted, price.maximum.formatted, price.unit);
	return { title: words.title, text, note: words.note(words.kinds[price.kind] ?? price.kind, price.year) };
}

/** The lower part of the page. A product without it is still a product. */
async function productsAround(event: Parameters<PageServerLoad>[0]) {
	try {
		const { product } = await query(event, ProductAroundDocument, { slug: event.params.slug });
		const others = product?.producer?.products.nodes.filter(({ slug }) => slug !== event.params.slug) ?? [];
		const shown = new Set(others.map(({ slug }) => slug));
		return {
			others: others.slice(0, 4),
			similar: product?.similar.filter(({ slug }) => !shown.has(slug)) ?? []
		};
	} catch {
		return { others: [], similar: [] };
	}
}
