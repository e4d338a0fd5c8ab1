import { ReviewQueueDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	try {
		const { reviewQueue, complaints, evidenceQueue } = await query(event, ReviewQueueDocument, { after: event.url.searchParams.get('after') });
		return { queue: reviewQueue, complaint: complaints.nodes[0], papers: evidenceQueue.total };
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};
