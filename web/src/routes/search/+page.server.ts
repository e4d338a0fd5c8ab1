import { SearchGroupsDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import { search } from './ask';
import { closest } from './closest';
import { readSearch } from './read';
import { results } from './results';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { products, variables, left } = await search(event, readSearch(event.url.searchParams));
	const { edges: _, facets, ...rest } = products;
	return {
		results: results(products, event.locals.lang),
		found: rest,
		facets: facets.filter(({ values }) => values.length),
		words: variables.search ?? '',
		sort: variables.sort,
		prices: { min: variables.filter.priceMin, max: variables.filter.priceMax },
		left,
		closest: await closest(event, variables, products),
		groups: products.totalCount ? [] : (await query(event, SearchGroupsDocument, {})).productGroups
	};
};
