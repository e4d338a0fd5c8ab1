import type { SearchQuery } from '#lib/gql/graphql.ts';
import type { Language } from '#lib/paths.ts';
import { matches } from './highlights.ts';

/** What the page shows of the hits, and no more: all of it travels twice, as HTML and for the scripts. */
export function results(products: SearchQuery['products'], lang: Language) {
	const once = sharing();
	return products.edges.map(({ node, highlights, why }) => ({
		product: node,
		...matches(highlights, lang),
		why: once(inBrief(why))
	}));
}

export type Result = ReturnType<typeof results>[number];

/** Criteria that hold for the same words go together: “All words, Same marks: kẹo, dừa”. */
function inBrief(why: SearchQuery['products']['edges'][number]['why']) {
	const groups = new Map<string, string[]>();
	for (const { criterion, words } of why) {
		const key = words.join(', ');
		groups.set(key, [...(groups.get(key) ?? []), criterion.label]);
	}
	return [...groups].map(([words, labels]) => ({ labels: labels.join(' · '), words }));
}

// Equal values become one object, which Kit then writes once.
function sharing() {
	const known = new Map<string, unknown>();
	return <Value>(value: Value): Value => {
		const key = JSON.stringify(value);
		if (!known.has(key)) known.set(key, value);
		return known.get(key) as Value;
	};
}
