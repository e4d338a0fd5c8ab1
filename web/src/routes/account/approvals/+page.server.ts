import { ApprovalsDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const after = event.url.searchParams.get('after');
	const { open, closed } = await query(event, ApprovalsDocument, { after });
	return { open: open.nodes, closed, isLater: after !== null };
};
