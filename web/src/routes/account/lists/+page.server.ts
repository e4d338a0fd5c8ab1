import { SavedListsDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ lists: (await query(event, SavedListsDocument, {})).savedLists });
