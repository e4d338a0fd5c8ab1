import type { RequestEvent } from '@sveltejs/kit';
import { VisitorDocument } from '#lib/gql/graphql.ts';
import { query } from './api.ts';
import { hasSession } from './session.ts';

/** The address of whoever is signed in; nothing when nobody is, which most visitors' browsers tell by themselves. */
export async function signedInAs(event: RequestEvent): Promise<string | undefined> {
	if (!hasSession(event)) return undefined;
	const { viewer } = await query(event, VisitorDocument, {});
	return viewer.signedIn ? (viewer.email ?? '') : undefined;
}
