import { ProducersDocument } from '#lib/gql/graphql.ts';
import { cursorWindow } from '#lib/cursor.ts';
import { query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	try {
		return await query(event, ProducersDocument, cursorWindow(event.url.searchParams, 24));
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};
