import type { Handle } from '@sveltejs/kit/hooks';
import { jsonLd } from '#lib/json-ld.ts';
import { languageOf } from '#lib/paths.ts';
import { standingHead } from '#lib/server/standing-head.ts';

/** Addresses without a language of their own; whoever links to them says it. */
const namesLanguage = new Set<string | null>(['/suggest', '/manifest.webmanifest']);

export const handle: Handle = async ({ event, resolve }) => {
	const asked = event.url.searchParams.get('lang');
	event.locals.lang =
		asked === 'en' && namesLanguage.has(event.route.id) ? 'en' : languageOf(event.url.pathname);
	event.locals.things = [];

	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%lang%', event.locals.lang)
				.replace('%head%', () => standingHead(event.locals.lang))
				.replace('</head>', (end) => thingsOf(event.locals) + end)
	});

	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
	if (!response.headers.has('cache-control')) {
		response.headers.set('cache-control', 'private, no-cache');
	}
	return response;
};

function thingsOf({ things }: App.Locals): string {
	return things.length ? jsonLd({ '@context': 'https://schema.org', ...{ '@graph': things } }) : '';
}
