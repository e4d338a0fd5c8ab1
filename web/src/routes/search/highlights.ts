import type { SearchQuery } from '#lib/gql/graphql.ts';
import type { Language } from '#lib/paths.ts';

type Highlight = SearchQuery['products']['edges'][number]['highlights'][number];

/**
 * Where a search matched, for a reader of one language: the words marked in the name, or else the one other place
 * that explains the hit. Fields are called `name.vi` or `producer`; those of the other language come last.
 */
export function matches(highlights: Highlight[], lang: Language) {
	const hits = highlights
		.filter(({ parts }) => parts.some(({ match }) => match))
		.map(({ field, parts }) => {
			const [name = field, language = lang] = field.split('.');
			return { name, language, parts };
		});
	const name = hits.find((hit) => hit.name === 'name' && hit.language === lang)?.parts;
	if (name) return { name };
	return { elsewhere: hits.find(({ language }) => language === lang) ?? hits[0] };
}
