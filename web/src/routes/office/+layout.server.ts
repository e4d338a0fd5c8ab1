import { DeskDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import type { LayoutServerLoad } from './$types';

/** Each page asks for what only an officer is told: who is nobody is sent to sign in, who is none is refused. */
export const load: LayoutServerLoad = async (event) => {
	const { viewer } = await query(event, DeskDocument, {});
	return { acting: viewer.actingFor };
};
