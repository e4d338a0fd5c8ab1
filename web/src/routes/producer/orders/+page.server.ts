import { SalesDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import { filters } from './filters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	const state = Object.keys(filters).find((known) => known === params.get('state'));
	const { sales } = await query(event, SalesDocument, { states: state ? filters[state]! : null, after: params.get('after') });
	return { state, sales };
};
