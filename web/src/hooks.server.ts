import type { Handle } from '@sveltejs/kit/hooks';
import type { RequestEvent } from '@sveltejs/kit';
import { jsonLd } from '#lib/json-ld.ts';
import { isOwn } from '#lib/own-paths.ts';
import { languageOf } from '#lib/paths.ts';
import { standingHead } from '#lib/server/standing-head.ts';

/** Addresses without a language of their own; whoever links to them says it. */
const namesLanguage = new Set<string | null>(['/suggest', '/manifest.webmanifest']);

/** The door keeps a page this long at most; a change of the catalogue ends it at once. Nobody else may keep it. */
const forAnybody = 'public, s-maxage=600';
const forOne = 'private, no-store';

export { handleError } from '#lib/server/what-went-wrong.ts';

export const handle: Handle = async ({ event, resolve }) => {
	const asked = event.url.searchParams.get('lang');
	event.locals.lang =
		asked === 'en' && namesLanguage.has(event.route.id) ? 'en' : languageOf(event.url.pathname);
	event.locals.things = [];
	event.locals.own = isOwn(event.route.id);

	const answer = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%lang%', event.locals.lang)
				.replace('%head%', () => standingHead(event.locals.lang))
				.replace('</head>', (end) => thingsOf(event.locals) + end)
	});
	// Data that is missing must look missing, or the page before it would be replaced by an apology.
	const response = event.locals.unanswered ? new Response(null, { status: 503 }) : answer;

	response.headers.set('x-content-type-options', 'nosniff');
	// The address of an own page may hold the secret of a letter's link, which no other site may hear of. Not "no-referrer":
	// with it browsers do not say either where a form comes from, and a form from nowhere is refused.
	response.headers.set('referrer-policy', event.locals.own ? 'same-origin' : 'strict-origin-when-cross-origin');
	if (isPage(event, response)) {
		response.headers.set('cache-control', isSame(event, response) ? forAnybody : forOne);
	} else if (!response.headers.has('cache-control')) {
		response.headers.set('cache-control', forOne);
	}
	return response;
};

function thingsOf({ things }: App.Locals): string {
	return things.length ? jsonLd({ '@context': 'https://schema.org', ...{ '@graph': things } }) : '';
}

function isPage({ isDataRequest }: RequestEvent, response: Response) {
	return isDataRequest || response.headers.get('content-type')?.startsWith('text/html');
}

/** Whether every visitor gets this page. */
function isSame({ locals, request }: RequestEvent, response: Response) {
	return request.method !== 'POST' && response.status === 200 && !locals.own && !locals.incomplete;
}
