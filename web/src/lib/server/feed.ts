import type { FeedQuery } from '#lib/gql/graphql.ts';
import { pathsIn, type Language } from '#lib/paths.ts';

export type FeedWords = {
	title: string;
	about: string;
	demonstration: string;
	item: (stars: string, maker: string, until: string) => string;
	unknownMaker: string;
};

/** RSS 2.0 of what was newly certified. `stars` and `date` write as the reader's language does. */
export function feed(
	{ catalogue, newlyCertified }: FeedQuery,
	reader: { lang: Language; origin: string },
	words: FeedWords,
	{ stars, date }: { stars: (count: number) => string; date: (iso: string) => string }
): string {
	const paths = pathsIn(reader.lang);
	const at = (path: string) => new URL(path, reader.origin).href;
	const items = newlyCertified.map(({ number, product, stars: count, issuedOn, validUntil }) => {
		const maker = [product.producer?.name ?? words.unknownMaker, product.district?.name].filter(Boolean).join(', ');
		return element('item', [
			element('title', `${product.name} – ${stars(count)}`),
			element('link', at(paths.product(product.slug))),
			// A product certified again is news again, so the certificate is what the entry is about.
			`<guid isPermaLink="false">${escaped(`certificate:${number}`)}</guid>`,
			element('pubDate', new Date(`${issuedOn}T00:00:00Z`).toUTCString()),
			element('description', words.item(stars(count), maker, date(validUntil)))
		]);
	});
	const about = catalogue.demonstrationData ? `${words.about} ${words.demonstration}` : words.about;
	return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
${element('title', words.title)}
${element('link', at(paths.home()))}
${element('description', about)}
${element('language', reader.lang)}
<atom:link href="${escaped(at(`${reader.lang === 'vi' ? '' : '/en'}/rss.xml`))}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`;
}

/** Children are written already, a text is not. */
const element = (name: string, content: string | string[]) =>
	`<${name}>${typeof content === 'string' ? escaped(content) : content.join('')}</${name}>`;

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) =>
	text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"]/g, (sign) => signs[sign]!);
