import type { FAQPage, ItemList, Organization, WebSite } from 'schema-dts';
import { pathsIn } from '#lib/paths.ts';
import type { Reader } from './things.ts';

/** The shop itself and how to search it, on its home pages. */
export function shopThings(words: { name: string; description: string }, { lang, origin }: Reader): (WebSite | Organization)[] {
	const paths = pathsIn(lang);
	const at = (path: string) => new URL(path, origin).href;
	const shop = at('/#shop');
	return [
		{
			'@type': 'WebSite',
			'@id': at(paths.home()),
			url: at(paths.home()),
			name: words.name,
			description: words.description,
			inLanguage: lang,
			publisher: { '@id': shop },
			potentialAction: {
				'@type': 'SearchAction',
				target: { '@type': 'EntryPoint', urlTemplate: `${at(paths.search())}?q={search_term_string}` },
				// Google's own addition to the vocabulary, which the types do not know.
				...{ 'query-input': 'required name=search_term_string' }
			}
		},
		{
			'@type': 'Organization',
			'@id': shop,
			name: words.name,
			url: at('/'),
			logo: at('/icons/icon-512.png'),
			areaServed: 'Bến Tre, Việt Nam'
		}
	];
}

type Maker = {
	slug: string;
	name: string;
	names: { vi: string; en?: string | null };
	makes?: string | null;
	district?: { name: string } | null;
	commune?: { name: string } | null;
};

export function producerThing(producer: Maker, { lang, origin }: Reader): Organization {
	const url = new URL(pathsIn(lang).producer(producer.slug), origin).href;
	return {
		'@type': 'Organization',
		'@id': url,
		url,
		name: producer.name,
		alternateName: [producer.names.vi, producer.names.en].filter((name) => !!name && name !== producer.name) as string[],
		description: producer.makes ?? undefined,
		address: {
			'@type': 'PostalAddress',
			addressLocality: [producer.commune?.name, producer.district?.name].filter(Boolean).join(', ') || undefined,
			addressRegion: 'Bến Tre',
			addressCountry: 'VN'
		}
	};
}

/** A list of pages in the order shown; only links, because each page describes its own subject. */
export function listThing(entries: { name: string; path: string }[], origin: string): ItemList {
	return {
		'@type': 'ItemList',
		numberOfItems: entries.length,
		itemListElement: entries.map(({ name, path }, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			name,
			url: new URL(path, origin).href
		}))
	};
}

export function questionsThing(questions: { question: string; answer: string[] }[]): FAQPage {
	return {
		'@type': 'FAQPage',
		mainEntity: questions.map(({ question, answer }) => ({
			'@type': 'Question',
			name: question,
			acceptedAnswer: { '@type': 'Answer', text: answer.join('\n') }
		}))
	};
}
