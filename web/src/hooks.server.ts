import type { Handle } from '@sveltejs/kit/hooks';
import { languageOf } from '#lib/paths.ts';

export { handleError } from '#lib/server/what-went-wrong.ts';

export const handle: Handle = async ({ event, resolve }) => {
	const asked = event.url.searchParams.get('lang');
	event.locals.lang =
		event.route.id === '/suggest' && asked === 'en' ? 'en' : languageOf(event.url.pathname);

	const answer = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.lang)
	});
	// Data that is missing must look missing, or the page before it would be replaced by an apology.
	const response = event.locals.unanswered ? new Response(null, { status: 503 }) : answer;

	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
	if (!response.headers.has('cache-control')) {
		response.headers.set('cache-control', 'private, no-cache');
	}
	return response;
};
