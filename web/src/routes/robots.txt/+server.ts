import { ownPaths } from '#lib/own-paths.ts';
import { languages, pathsIn } from '#lib/paths.ts';
import type { RequestHandler } from './$types';

/** Filters multiply without end, so a search with more than one of them is no place to walk; nor is what is one visitor's own. */
export const GET: RequestHandler = ({ url }) => {
	const closed = languages.flatMap((lang) => {
		const paths = pathsIn(lang);
		const search = paths.search();
		return [`${search}?*&`, `${search}?*after=`, `${search}?*before=`, ...ownPaths(lang), paths.compare()];
	});
	const lines = [
		'User-agent: *',
		...closed.map((path) => `Disallow: ${path}`),
		'Disallow: /suggest',
		'Disallow: /graphql',
		'Allow: /',
		'',
		`Sitemap: ${new URL('/sitemap.xml', url).href}`
	];
	return new Response(`${lines.join('\n')}\n`, {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' }
	});
};
