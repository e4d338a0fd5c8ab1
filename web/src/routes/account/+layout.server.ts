import { AccountDocument } from '#lib/gql/graphql.ts';
import { query, toSignIn } from '#lib/server/api.ts';
import { choicesOf } from './choices.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { viewer } = await query(event, AccountDocument, {});
	if (!viewer.signedIn) toSignIn(event);
	const { memberships, actingFor, actingThrough, mandates } = viewer;
	return { person: { name: viewer.name ?? '', email: viewer.email ?? '' }, memberships, actingFor, choices: choicesOf(memberships, mandates, actingFor, actingThrough) };
};
