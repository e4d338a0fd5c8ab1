import { error, redirect } from '@sveltejs/kit';
import { ExportPersonalDataDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** Hands out everything that is kept of a person, as a file. */
export const POST: RequestHandler = async (event) => {
	const { payload, problems } = await mutate(event, ExportPersonalDataDocument, {});
	if (!payload) error(429, problems[0]?.message);
	const name = event.locals.lang === 'vi' ? 'du-lieu-cua-toi.json' : 'my-data.json';
	return new Response(payload.data, {
		headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' }
	});
};

/** Who comes back here from signing in is led to the page with the button. */
export const GET: RequestHandler = ({ locals }) => redirect(303, ownPathsIn(locals.lang).personalData());
