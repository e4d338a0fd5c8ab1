import { TodayDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { workspace, sales } = await query(event, TodayDocument, {});
	return { ...workspace, waiting: sales.nodes };
};
