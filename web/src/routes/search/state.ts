import type { ReadonlyURLSearchParams as Params } from '$app/state';
import { cursorWindow, withoutCursor } from '#lib/cursor.ts';
import type { ProducerKind, ProductSort, SearchQuery, SearchQueryVariables } from '#lib/gql/graphql.ts';

/** The state of a search is its address: these functions read it and make the next one. */

const pageSize = 24;

export const sorts: ProductSort[] = ['RELEVANCE', 'NAME', 'PRICE_ASC', 'PRICE_DESC', 'STARS', 'NEWEST'];
const kinds: ProducerKind[] = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'ENTERPRISE', 'HOUSEHOLD'];

type FacetShape = { param: string; one?: true };

// The API's facets by the name they have in the address. A price range or a yes/no takes one value.
const facetShapes: Record<string, FacetShape> = {
	group: { param: 'group' },
	stars: { param: 'stars' },
	district: { param: 'district' },
	producerKind: { param: 'kind' },
	certification: { param: 'certification' },
	price: { param: 'price', one: true },
	availability: { param: 'available', one: true }
};

const filterParams = [...Object.values(facetShapes).map(({ param }) => param), 'certified', 'market'];

export type Facet = SearchQuery['products']['facets'][number];

export type Understood = SearchQuery['products']['understood']['filters'][number];

export const isKnownFacet = (name: string) => name in facetShapes;

export function toVariables(params: Params): SearchQueryVariables {
	const sort = params.get('sort') as ProductSort | null;
	return {
		search: params.get('q')?.trim().slice(0, 200) || null,
		sort: sort && sorts.includes(sort) ? sort : 'RELEVANCE',
		marks: params.get('marks') === 'all' ? 'IGNORE' : 'AUTO',
		understand: true,
		filter: {
			groups: many(params, 'group'),
			districts: many(params, 'district'),
			certifications: many(params, 'certification'),
			exportMarkets: many(params, 'market'),
			stars: many(params, 'stars')?.map(Number).filter((stars) => stars >= 1 && stars <= 5),
			producerKinds: many(params, 'kind')?.map(kindOf).filter((kind) => kind !== undefined),
			certified: params.get('certified') === '1' || undefined,
			available: { true: true, false: false }[params.get('available') ?? ''],
			...priceRange(params.get('price'))
		},
		...cursorWindow(params, pageSize)
	};
}

/** The facet says CooperativeGroup, the filter wants COOPERATIVE_GROUP. */
function kindOf(value: string): ProducerKind | undefined {
	const name = value.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
	return kinds.find((kind) => kind === name);
}

function many(params: Params, name: string): string[] | undefined {
	const values = params.getAll(name).filter(Boolean).slice(0, 50);
	return values.length ? values : undefined;
}

/** '50000-99999', or '1000000-' without an upper end. */
function priceRange(text: string | null) {
	const [, from, to] = /^(\d{1,12})-(\d{0,12})$/.exec(text ?? '') ?? [];
	if (from === undefined) return {};
	return { priceMin: Number(from), priceMax: to ? Number(to) : undefined };
}

/** A change of words, filter or order begins again at the first page. */
function changed(params: Params, change: (next: URLSearchParams) => void): URLSearchParams {
	const next = withoutCursor(params);
	change(next);
	return next;
}

export const withParam = (params: Params, name: string, value: string | null) =>
	changed(params, (next) => (value === null || value === '' ? next.delete(name) : next.set(name, value)));

export function withToggled(params: Params, facet: string, value: string): URLSearchParams {
	const shape = facetShapes[facet];
	if (!shape) return withoutCursor(params);
	return changed(params, (next) => {
		if (next.has(shape.param, value)) next.delete(shape.param, value);
		else if (shape.one) next.set(shape.param, value);
		else next.append(shape.param, value);
	});
}

export const withoutFilters = (params: Params) =>
	changed(params, (next) => filterParams.forEach((name) => next.delete(name)));

export const hasFilters = (params: Params) => filterParams.some((name) => params.has(name));

/** Chosen values in the facets' order, with the words to show; what no facet knows keeps its own name. */
export function chosenValues(params: Params, facets: Facet[]) {
	return Object.entries(facetShapes).flatMap(([facet, { param }]) =>
		params.getAll(param).map((value) => ({
			key: `${param}=${value}`,
			label:
				facets.find(({ name }) => name === facet)?.values.find((known) => known.value === value)?.label ??
				value,
			without: withToggled(params, facet, value)
		}))
	);
}
