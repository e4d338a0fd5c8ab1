import type { Handle } from '@sveltejs/kit/hooks';
import type { RequestEvent } from '@sveltejs/kit';
import { languageOf } from '#lib/paths.ts';

/** The door keeps a page this long at most; a change of the catalogue ends it at once. Nobody else may keep it. */
const forAnybody = 'public, s-maxage=600';
const forOne = 'private, no-store';

export const handle: Handle = async ({ event, resolve }) => {
	const asked = event.url.searchParams.get('lang');
	event.locals.lang =
		event.route.id === '/suggest' && asked === 'en' ? 'en' : languageOf(event.url.pathname);

	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.lang)
	});

	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
	if (isPage(event, response)) {
		response.headers.set('cache-control', isSame(event, response) ? forAnybody : forOne);
	} else if (!response.headers.has('cache-control')) {
		response.headers.set('cache-control', forOne);
	}
	return response;
};

function isPage({ isDataRequest }: RequestEvent, response: Response) {
	return isDataRequest || response.headers.get('content-type')?.startsWith('text/html');
}

/** Whether every visitor gets this page: only the list of saved products depends on who asks. */
function isSame({ locals, request, route }: RequestEvent, response: Response) {
	return (
		request.method !== 'POST' &&
		response.status === 200 &&
		route.id !== '/saved' &&
		!locals.incomplete
	);
}
