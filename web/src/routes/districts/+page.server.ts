import { DistrictsDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';
import { changeOf2025 } from './change.ts';

export const load: PageServerLoad = async (event) => ({
	...(await query(event, DistrictsDocument, {})),
	change: changeOf2025[event.locals.lang]
});
