import type { SearchQuery } from '#lib/gql/graphql.ts';
import type { Language } from '#lib/paths.ts';

type Highlight = SearchQuery['products']['edges'][number]['highlights'][number];

const enough = 2;

/**
 * Where a search matched, for a reader of one language. Fields are called `name.vi` or `producer`; those of the
 * other language count only when nothing the reader sees has matched: then they explain the hit.
 */
export function matches(highlights: Highlight[], lang: Language) {
	const hits = highlights
		.filter(({ parts }) => parts.some(({ match }) => match))
		.map(({ field, parts }) => {
			const [name = field, language = lang] = field.split('.');
			return { field, name, language, parts };
		});
	const readable = hits.filter(({ language }) => language === lang);
	const shown = readable.length ? readable : hits;
	return {
		name: shown.find((hit) => hit.name === 'name' && hit.language === lang)?.parts,
		elsewhere: shown.filter((hit) => hit.name !== 'name' || hit.language !== lang).slice(0, enough)
	};
}
