import { hasCursor } from '#lib/cursor.ts';
import { SearchDocument, SearchGroupsDocument } from '#lib/gql/graphql.ts';
import { BadInput, query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import { listThing } from '#lib/server/structured-data/pages.ts';
import { pathsIn } from '#lib/paths.ts';
import { toVariables } from './state';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	try {
		const { products } = await query(event, SearchDocument, toVariables(params));
		const paths = pathsIn(event.locals.lang);
		const entries = products.edges.map(({ node }) => ({ name: node.name, path: paths.product(node.slug) }));
		event.locals.things.push(listThing(entries, event.url.origin));
		const groups = products.totalCount ? [] : (await query(event, SearchGroupsDocument, {})).productGroups;
		return { products, groups, problem: undefined };
	} catch (problem) {
		if (!(problem instanceof BadInput) || hasCursor(params)) toFirstPage(problem, event.url);
		return { products: undefined, groups: [], problem: problem.message };
	}
};
