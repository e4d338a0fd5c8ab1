import type { HandleServerError } from '@sveltejs/kit/hooks';
import { NearestDocument, type NearestQuery } from '#lib/gql/graphql.ts';
import { internalPath } from '#lib/paths.ts';
import { query } from './api.ts';

/** Products called like the one that is not there: what an error page can offer besides its apology. */
export type Nearest = NearestQuery['products']['nodes'];

export const handleError: HandleServerError = async ({ kind, error, event }) => {
	if (kind === 'unknown') console.error(error);
	const status = kind === 'app' || kind === 'framework' ? error.status : 500;
	// A page that is only being replaced must not be lost for this: the storefront's script tries again.
	if (event.isDataRequest && status >= 502) event.locals.unanswered = true;
	return status === 404 ? { nearest: await nearest(event) } : {};
};

async function nearest(event: Parameters<typeof query>[0] & { url: URL }): Promise<Nearest> {
	try {
		const [, name] = /^\/products\/(.+)/.exec(internalPath(event.url.pathname) ?? '') ?? [];
		const words = decodeURIComponent(name ?? '').replace(/[-_.]+/g, ' ').trim();
		if (words.length < 3) return [];
		const { products } = await query(event, NearestDocument, { search: words.slice(0, 80) });
		return products.nodes;
	} catch {
		return [];
	}
}
