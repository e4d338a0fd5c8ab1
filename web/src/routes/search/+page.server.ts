import { SearchGroupsDocument } from '#lib/gql/graphql.ts';
import { pathsIn } from '#lib/paths.ts';
import { query } from '#lib/server/api.ts';
import { listThing } from '#lib/server/structured-data/pages.ts';
import { search } from './ask';
import { closest } from './closest';
import { readSearch } from './read';
import { results } from './results';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { products, variables, left } = await search(event, readSearch(event.url.searchParams));
	const paths = pathsIn(event.locals.lang);
	const entries = products.edges.map(({ node }) => ({ name: node.name, path: paths.product(node.slug) }));
	event.locals.things.push(listThing(entries, event.url.origin));
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
