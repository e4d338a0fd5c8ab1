import { HomeDocument, type ProducerCardFragment } from '#lib/gql/graphql.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { query } from '#lib/server/api.ts';
import { seasonsIn } from '#lib/server/seasons.ts';
import { shopThings } from '#lib/server/structured-data/pages.ts';
import type { PageServerLoad } from './$types';
import { varied } from './varied.ts';

const shownProducts = 8;
const shownProducers = 6;

export const load: PageServerLoad = async (event) => {
	const { lang } = event.locals;
	const { shop } = messagesIn(lang);
	event.locals.things.push(...shopThings(shop, { lang, origin: event.url.origin }));

	const { newlyCertified, ...home } = await query(event, HomeDocument, {});
	const products = newlyCertified.map(({ product }) => product);
	const producers = new Map<string, ProducerCardFragment>();
	for (const { producer } of products) if (producer) producers.set(producer.slug, producer);

	return {
		...home,
		certified: varied(products, shownProducts, ({ producer }) => producer?.slug, ({ category }) => category.code),
		producers: varied([...producers.values()], shownProducers, ({ kind }) => kind),
		seasons: seasonsIn(lang, new Date())
	};
};
