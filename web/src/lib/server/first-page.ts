import { error, redirect } from '@sveltejs/kit';
import { hasCursor, withoutCursor } from '#lib/cursor.ts';
import { BadInput } from './api';

/** Answers refused input: a cursor dies with the order it was made for, so an old link leads to page one. */
export function toFirstPage(problem: unknown, url: URL): never {
	if (!(problem instanceof BadInput)) throw problem;
	if (hasCursor(url.searchParams)) {
		const rest = withoutCursor(url.searchParams).toString();
		redirect(302, url.pathname + (rest && `?${rest}`));
	}
	error(400, problem.message);
}
