import { error } from '@sveltejs/kit';
import { ProductDocument } from '#lib/gql/graphql.ts';
import { messagesIn } from '#lib/messages/index.ts';
import { query } from '#lib/server/api.ts';
import { productThing } from '#lib/server/structured-data/product.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { product } = await query(event, ProductDocument, { slug: event.params.slug });
	if (!product) error(404, 'No such product.');
	const { lang } = event.locals;
	const words = await messagesIn(lang);
	event.locals.things.push(
		productThing(product, { lang, origin: event.url.origin }, words.product.certificate)
	);
	return { product };
};
