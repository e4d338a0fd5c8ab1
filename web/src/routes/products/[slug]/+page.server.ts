import { error } from '@sveltejs/kit';
import { ProductDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { product } = await query(event, ProductDocument, { slug: event.params.slug });
	if (!product) error(404, 'No such product.');
	return { product };
};
