import { CompareDocument, CompareFindDocument, CompareMoreDocument } from '#lib/gql/graphql.ts';
import { BadInput, query } from '#lib/server/api.ts';
import { mostCompared, readChoice } from './choice.ts';
import type { PageServerLoad } from './$types';

type Found = { slug: string; name: string };

export const load: PageServerLoad = async (event) => {
	const { slugs, strange } = readChoice(event.url.searchParams);
	const words = event.url.searchParams.get('find')?.trim().slice(0, 200) ?? '';

	const answer = slugs.length ? (await query(event, CompareDocument, { slugs })).productsBySlug : [];
	const known = answer.filter((product) => product !== null);
	const compared = known.slice(0, mostCompared);
	const found = compared.length < mostCompared ? await more(event, words, compared[0]?.slug) : [];
	return {
		compared,
		unknown: [...slugs.filter((_, index) => answer[index] === null), ...strange],
		leftOut: known.slice(mostCompared).map(({ name }) => name),
		words,
		found: found.filter(({ slug }) => !compared.some((product) => product.slug === slug)).slice(0, 6)
	};
};

/** What could be added: hits of a search, or what stands on the same shelf. */
async function more(event: Parameters<PageServerLoad>[0], words: string, slug: string | undefined): Promise<Found[]> {
	try {
		if (words) return (await query(event, CompareFindDocument, { search: words })).products.nodes;
		if (!slug) return [];
		return (await query(event, CompareMoreDocument, { slug })).product?.similar ?? [];
	} catch (problem) {
		if (problem instanceof BadInput) return [];
		throw problem;
	}
}
