import type { DeskCodesQuery, ListingTextFragment, SaveListingInput } from '#lib/gql/graphql.ts';
import type { Language } from '#lib/paths.ts';
import { dayTyped, reader } from './typed.ts';

/** The fields of a listing that are typed, by the names that they have in forms and in the API's paths. */
const texts = ['name.vi', 'name.en', 'description.vi', 'description.en', 'packaging.vi', 'packaging.en', 'category', 'group', 'keywords', 'season.blackouts'] as const;

/** A listing as it stands in its form. */
export type ListingWords = Record<(typeof texts)[number], string> & { 'season.harvestMonths': string[]; allYear: boolean };

export function wordsOf(content: ListingTextFragment | undefined): ListingWords {
	const season = content?.season;
	return {
		'name.vi': content?.name.vi ?? '',
		'name.en': content?.name.en ?? '',
		'description.vi': content?.description?.vi ?? '',
		'description.en': content?.description?.en ?? '',
		'packaging.vi': content?.packaging?.vi ?? '',
		'packaging.en': content?.packaging?.en ?? '',
		category: content?.category ?? '',
		group: content?.group ?? '',
		keywords: content?.keywords.join('\n') ?? '',
		'season.harvestMonths': season?.harvestMonths.map(String) ?? [],
		allYear: season?.harvestMonths.length === 0,
		'season.blackouts': season?.blackouts.map(({ from, to }) => `${dayTyped(from)} – ${dayTyped(to)}`).join('\n') ?? ''
	};
}

/** What was typed, as it was typed, as the API takes it, and what could not be read. */
export function readListing(form: FormData, lang: Language) {
	const read = reader(form, lang);
	const months = form.getAll('season.harvestMonths').map(String);
	const words: ListingWords = {
		...(Object.fromEntries(texts.map((name) => [name, read.text(name)])) as Record<(typeof texts)[number], string>),
		'season.harvestMonths': months,
		allYear: form.has('allYear')
	};
	const blackouts = read.spells('season.blackouts');
	const input = {
		name: { vi: words['name.vi'], en: words['name.en'] || null },
		description: read.both('description'),
		packaging: read.both('packaging'),
		category: words.category || null,
		group: words.group || null,
		keywords: read.lines('keywords'),
		season: months.length || words.allYear || blackouts.length ? { harvestMonths: months.map(Number), blackouts } : null
	} satisfies SaveListingInput;
	return { words, input, problems: read.problems };
}

/** Fields as people read them: names instead of codes. */
export const named = (fields: { field: string; before?: string | null; after?: string | null }[], codes: DeskCodesQuery) =>
	fields.map(({ field, before, after }) => {
		const names = field === 'category' ? codes.categories : field === 'group' ? codes.productGroups : [];
		const nameOf = (code: string | null | undefined) => names.find((known) => known.code === code)?.name ?? code ?? null;
		return { field, before: nameOf(before), after: nameOf(after) };
	});

/** All that is written of a listing, field by field in the order of its form. */
export function written(words: ListingWords, codes: DeskCodesQuery) {
	const months = words['season.harvestMonths'].join(', ');
	const fields = [...texts.slice(0, -1), 'season.harvestMonths', 'season.blackouts'] as const;
	return named(
		fields.map((field) => ({ field, after: (field === 'season.harvestMonths' ? months : words[field]) || null })).filter(({ after }) => after),
		codes
	);
}
