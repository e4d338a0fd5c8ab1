import type { Reroute } from '@sveltejs/kit/hooks';
import { internalPath } from '#lib/paths.ts';

/** Addresses for programs, and the style guide for us: no page's, so they stand in no table of pages. */
const machines =
	/^\/(suggest|healthz|styleguide|robots\.txt|sitemap\.xml|manifest\.webmanifest|(en\/)?rss\.xml|(og|drawings|qr)\/.+)$/;

// A path outside the table must not reach a page by the name of its folder: one page, one address.
export const reroute: Reroute = ({ url }) =>
	machines.test(url.pathname)
		? url.pathname.replace(/^\/en(?=\/)/, '')
		: (internalPath(url.pathname) ?? ownPath(url.pathname));

/** What stands in no public table may be one's own page; most visitors never fetch where those are. */
async function ownPath(pathname: string): Promise<string> {
	await import('#lib/own-paths.ts');
	return internalPath(pathname) ?? '/-/nowhere';
}
