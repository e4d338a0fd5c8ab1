import type { Language } from '#lib/paths.ts';
import { colour } from './colour.ts';

/** What stands in the head of every page of a language; written here, so that no script carries it. */
export function standingHead(lang: Language): string {
	const [manifest, feed, title] =
		lang === 'vi'
			? ['/manifest.webmanifest', '/rss.xml', 'Sản phẩm mới đạt chứng nhận OCOP']
			: ['/manifest.webmanifest?lang=en', '/en/rss.xml', 'Newly OCOP certified products'];
	return [
		`<link rel="manifest" href="${manifest}" />`,
		`<link rel="alternate" type="application/rss+xml" href="${feed}" title="${title}" />`,
		`<meta name="theme-color" content="${colour('paper')}" media="(prefers-color-scheme: light)" />`,
		`<meta name="theme-color" content="${colour('paper', 'dark')}" media="(prefers-color-scheme: dark)" />`
	].join('\n\t\t');
}
