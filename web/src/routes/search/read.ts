import type { ReadonlyURLSearchParams as Params } from '$app/state';
import { cursorWindow } from '#lib/cursor.ts';
import type { ProductFilter, ProductSort, SearchQueryVariables } from '#lib/gql/graphql.ts';
import { kinds, longestWords, mostValues, pageSize, sorts } from './shapes.ts';

/** A part of an address that was not followed: its name there, and what it said. */
export type LeftOut = { name: string; value: string };

/** Stands for the words beyond the longest search. */
export const tooLong = 'q…';

export type Variables = SearchQueryVariables & { filter: ProductFilter; sort: ProductSort };

/** Reads a search out of an address that anybody may have written: what can be read counts, the rest is named. */
export function readSearch(params: Params): { variables: Variables; left: LeftOut[] } {
	const left: LeftOut[] = [];
	const leave = (name: string, value: string) => void left.push({ name, value });

	const one = <Value>(name: string, read: (text: string) => Value | undefined): Value | undefined => {
		const [first, ...more] = filled(params, name);
		for (const value of more) leave(name, value);
		if (first === undefined) return undefined;
		const value = read(first);
		if (value === undefined) leave(name, first);
		return value;
	};
	const many = <Value>(name: string, read: (text: string) => Value | undefined): Value[] | undefined => {
		const values: Value[] = [];
		for (const text of filled(params, name)) {
			const value = values.length < mostValues ? read(text) : undefined;
			if (value === undefined) leave(name, text);
			else values.push(value);
		}
		return values.length ? values : undefined;
	};

	const prices = [one('min', amount), one('max', amount)];
	// Somebody who writes the two the wrong way round means the range between them.
	const [priceMin, priceMax] = prices.every((price) => price !== undefined) ? prices.sort((a, b) => a! - b!) : prices;

	const variables: Variables = {
		search: one('q', (text) => words(text, leave)) ?? null,
		sort: one('sort', (text) => sorts.find((sort) => sort === text.toUpperCase()) as ProductSort | undefined) ?? 'RELEVANCE',
		marks: one('marks', (text) => (text === 'all' ? ('IGNORE' as const) : undefined)) ?? 'AUTO',
		understand: true,
		filter: {
			groups: many('group', code),
			districts: many('district', code),
			certifications: many('certification', code),
			exportMarkets: many('market', (text) => /^[A-Z]{2}$/.exec(text.toUpperCase())?.[0]),
			stars: many('stars', (text) => (/^[345]$/.test(text) ? Number(text) : undefined)),
			producerKinds: many('kind', (text) => (Object.hasOwn(kinds, text) ? kinds[text] : undefined)),
			certified: one('certified', (text) => (text === '1' ? true : undefined)),
			available: one('available', (text) => (text === 'true' ? true : text === 'false' ? false : undefined)),
			priceMin,
			priceMax
		},
		...cursorWindow(params, pageSize)
	};
	return { variables, left };
}

/** The codes that only the catalogue knows. */
export type Known = { groups: string[]; districts: string[]; certifications: string[] };

/** Takes out the codes that the catalogue does not know. */
export function keepKnown(variables: Variables, known: Known): { variables: Variables; left: LeftOut[] } {
	const left: LeftOut[] = [];
	const keep = (name: string, field: keyof Known) => {
		const values = variables.filter[field] ?? [];
		left.push(...values.filter((value) => !known[field].includes(value)).map((value) => ({ name, value })));
		return values.filter((value) => known[field].includes(value));
	};
	const filter = {
		...variables.filter,
		groups: keep('group', 'groups'),
		districts: keep('district', 'districts'),
		certifications: keep('certification', 'certifications')
	};
	return { variables: { ...variables, filter }, left };
}

const filled = (params: Params, name: string) => [...new Set(params.getAll(name).map((value) => value.trim()))].filter(Boolean);

// Long enough for every code there is; what is longer is nobody's code.
const code = (text: string) => (/^[\w-]{1,60}$/.test(text) ? text : undefined);

/** '50.000', '50,000 đ' and '50k' are fifty thousand. */
function amount(text: string): number | undefined {
	const [, digits, thousand] = /^(\d[\d.,\s]{0,15})\s*(k?)\s*(?:đ|₫|vnd|đồng)?$/iu.exec(text) ?? [];
	if (digits === undefined) return undefined;
	const value = Number(digits.replace(/[.,\s]/g, '')) * (thousand ? 1000 : 1);
	return value <= 1e12 ? value : undefined;
}

/** Half a character, or a control character, is no word; more than enough words are cut. */
function words(text: string, leave: (name: string, value: string) => void): string | undefined {
	const clean = text.toWellFormed().replace(/[\p{Cc}\p{Cf}\uFFFD]+/gu, ' ').trim();
	const letters = [...clean];
	if (letters.length <= longestWords) return clean || undefined;
	leave(tooLong, letters.slice(longestWords).join(''));
	return letters.slice(0, longestWords).join('').trim();
}
