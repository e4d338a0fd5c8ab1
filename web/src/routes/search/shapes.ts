import type { ProducerKind, ProductSort } from '#lib/gql/graphql.ts';

/** What a search's address may hold. */

export const pageSize = 24;
export const longestWords = 200;
export const mostValues = 50;

export const sorts: ProductSort[] = ['RELEVANCE', 'NAME', 'PRICE_ASC', 'PRICE_DESC', 'STARS', 'NEWEST'];

/** A kind of maker as its facet writes it, and as the filter wants it. */
export const kinds: Record<string, ProducerKind> = {
	Cooperative: 'COOPERATIVE',
	CooperativeGroup: 'COOPERATIVE_GROUP',
	Enterprise: 'ENTERPRISE',
	Household: 'HOUSEHOLD'
};

/** The API's facets by the name they have in the address; `one` takes one value. A price is two: `min` and `max`. */
export const facetShapes: Record<string, { param: string; one?: true }> = {
	group: { param: 'group' },
	stars: { param: 'stars' },
	district: { param: 'district' },
	producerKind: { param: 'kind' },
	certification: { param: 'certification' },
	price: { param: 'price' },
	availability: { param: 'available', one: true }
};

/** What narrows a search; each can be taken off alone, a price as a whole. */
export const filters = ['group', 'stars', 'district', 'kind', 'certification', 'available', 'price', 'certified', 'market'] as const;

export const paramsOf = (filter: string) => (filter === 'price' ? ['min', 'max'] : [filter]);
