import { ListingsDocument, type ListingState } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import type { PageServerLoad } from './$types';

const states: ListingState[] = ['DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'PAUSED', 'ARCHIVED'];

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	const state = states.find((known) => known === params.get('state')) ?? null;
	try {
		const { workspace } = await query(event, ListingsDocument, { state, after: params.get('after') });
		return { state, ...workspace };
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};
