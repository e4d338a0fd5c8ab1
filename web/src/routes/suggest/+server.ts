import { json } from '@sveltejs/kit';
import { SuggestDocument } from '#lib/gql/graphql.ts';
import { BadInput, query } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const prefix = (event.url.searchParams.get('q') ?? '').trim().slice(0, 100);
	if (!prefix) return json([]);
	try {
		const { suggest } = await query(event, SuggestDocument, { prefix, first: 8 });
		return json(suggest, { headers: { 'cache-control': event.locals.incomplete ? 'no-store' : 'private, max-age=60' } });
	} catch (problem) {
		if (problem instanceof BadInput) return json([]);
		throw problem;
	}
};
