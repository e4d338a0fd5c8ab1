import { isHttpError } from '@sveltejs/kit';
import { BooksDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** The door waits half a minute for a page. */
const patience = 25_000;

export const load: PageServerLoad = async (event) => {
	if (!event.url.searchParams.has('look')) return {};
	try {
		const { proof } = await query(event, BooksDocument, {}, patience);
		return { proof, at: new Date().toISOString() };
	} catch (problem) {
		if (isHttpError(problem, 503)) return { tooLong: true };
		throw problem;
	}
};
