import { DecisionLogDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	try {
		const { decisionLog } = await query(event, DecisionLogDocument, { after: event.url.searchParams.get('after') });
		const { nodes, hasNextPage, endCursor } = decisionLog;
		return { days: Object.entries(Object.groupBy(nodes, ({ on }) => on)), next: hasNextPage ? endCursor : undefined };
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};
