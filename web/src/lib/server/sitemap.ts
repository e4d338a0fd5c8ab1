import { languages, pathsIn, type Language, type Paths } from '#lib/paths.ts';

/** A page in both languages, and the day it last changed where somebody knows. */
export type Entry = { path: (paths: Paths) => string; changed?: string };

/** The protocol allows 50,000 addresses and 50 MB in one file; an address with its alternates takes about half a kilobyte. */
export const mostInOneFile = 40_000;

/** One file of the map: each page once for each language, each naming the other. */
export function sitemapFile(entries: Entry[], origin: string): string {
	const urls = entries.flatMap((entry) => {
		const at = (lang: Language) => escaped(new URL(entry.path(pathsIn(lang)), origin).href);
		const alternates = [
			...languages.map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${at(lang)}"/>`),
			`<xhtml:link rel="alternate" hreflang="x-default" href="${at('vi')}"/>`
		].join('');
		const changed = entry.changed ? `<lastmod>${escaped(entry.changed)}</lastmod>` : '';
		return languages.map((lang) => `<url><loc>${at(lang)}</loc>${changed}${alternates}</url>`);
	});
	return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

/** The files that hold more pages than one may. */
export function sitemapIndex(parts: number, origin: string): string {
	const files = Array.from({ length: parts }, (_, part) => `<sitemap><loc>${origin}/sitemap.xml?part=${part + 1}</loc></sitemap>`);
	return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${files.join('\n')}
</sitemapindex>
`;
}

/** The whole map when it fits into one file, else its index or the part that is asked for; nothing for a part that is not there. */
export function sitemap(entries: Entry[], part: string | null, origin: string, most = mostInOneFile): string | undefined {
	const inFile = Math.floor(most / languages.length);
	const parts = Math.ceil(entries.length / inFile);
	if (part === null) return parts > 1 ? sitemapIndex(parts, origin) : sitemapFile(entries, origin);
	const number = /^[1-9]\d{0,5}$/.test(part) ? Number(part) : 0;
	if (number < 1 || number > parts) return undefined;
	return sitemapFile(entries.slice((number - 1) * inFile, number * inFile), origin);
}

const escaped = (text: string) =>
	text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[sign]!);
