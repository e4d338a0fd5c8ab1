import type { ReadonlyURLSearchParams as Params } from '$app/state';
import { hasCursor, withoutCursor } from '#lib/cursor.ts';
import type { SearchQuery } from '#lib/gql/graphql.ts';
import { facetShapes, filters, paramsOf } from './shapes.ts';

/** The state of a search is its address: these functions make the next one. `read.ts` reads it. */

export type Facet = SearchQuery['products']['facets'][number];

export type Understood = SearchQuery['products']['understood']['filters'][number];

export const isKnownFacet = (name: string) => name in facetShapes;

/** A change of words, filter or order begins again at the first page. */
function changed(params: Params, change: (next: URLSearchParams) => void): URLSearchParams {
	const next = withoutCursor(params);
	change(next);
	return next;
}

export const withParam = (params: Params, name: string, value: string | null) =>
	changed(params, (next) => (value === null || value === '' ? next.delete(name) : next.set(name, value)));

export function withToggled(params: Params, facet: string, value: string): URLSearchParams {
	if (facet === 'price') return withBand(params, value);
	const shape = facetShapes[facet];
	if (!shape) return withoutCursor(params);
	return changed(params, (next) => {
		if (next.has(shape.param, value)) next.delete(shape.param, value);
		else if (shape.one) next.set(shape.param, value);
		else next.append(shape.param, value);
	});
}

/** A band is '50000-99999', or '1000000-' without an upper end. */
function withBand(params: Params, band: string): URLSearchParams {
	const [min = '', max = ''] = band.split('-');
	const isOn = (params.get('min') ?? '') === min && (params.get('max') ?? '') === max;
	return changed(params, (next) => {
		for (const [name, value] of [['min', min], ['max', max]] as const) {
			if (isOn || !value) next.delete(name);
			else next.set(name, value);
		}
	});
}

export const withoutFilter = (params: Params, filter: string) =>
	changed(params, (next) => paramsOf(filter).forEach((name) => next.delete(name)));

export const withoutFilters = (params: Params) =>
	changed(params, (next) => filters.flatMap(paramsOf).forEach((name) => next.delete(name)));

export const filtersIn = (params: Params) =>
	filters.filter((filter) => paramsOf(filter).some((name) => params.get(name)));

/** Chosen values in the facets' order, with the words to show. What no facet knows was left out, and is no choice. */
export function chosenValues(params: Params, facets: Facet[]) {
	return facets.flatMap((facet) => {
		const param = facetShapes[facet.name]?.param;
		return facet.values
			.filter(({ value }) => param && params.has(param, value))
			.map(({ value, label }) => ({ key: `${param}=${value}`, label, without: withToggled(params, facet.name, value) }));
	});
}

/** The page's number is told by its address: a cursor knows only what comes before it. */
export function pageNumber(params: Params, total: number, size: number): number {
	if (!hasCursor(params)) return 1;
	const told = Number(params.get('page'));
	const last = Math.max(1, Math.ceil(total / size));
	return Number.isInteger(told) && told >= 1 ? Math.min(told, last) : 1;
}
