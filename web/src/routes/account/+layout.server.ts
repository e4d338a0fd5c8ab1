import { AccountDocument } from '#lib/gql/graphql.ts';
import { query, toSignIn } from '#lib/server/api.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { viewer } = await query(event, AccountDocument, {});
	if (!viewer.signedIn) toSignIn(event);
	const { memberships, actingFor } = viewer;
	return { person: { name: viewer.name ?? '', email: viewer.email ?? '' }, memberships, actingFor };
};
