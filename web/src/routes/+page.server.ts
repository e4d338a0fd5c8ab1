import { HomeDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => query(event, HomeDocument, {});
