import { error } from '@sveltejs/kit';
import { cursorWindow, hasCursor } from '#lib/cursor.ts';
import { DistrictDocument, type DistrictQuery } from '#lib/gql/graphql.ts';
import { pathsIn } from '#lib/paths.ts';
import { BadInput, query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import { listThing } from '#lib/server/structured-data/pages.ts';
import type { PageServerLoad } from './$types';

const pageSize = 12;

export const load: PageServerLoad = async (event) => {
	const code = event.params.slug;
	const first = !hasCursor(event.url.searchParams);
	let answer: DistrictQuery;
	try {
		answer = await query(event, DistrictDocument, { code, ...cursorWindow(event.url.searchParams, pageSize) });
	} catch (problem) {
		// The products' filter refuses a code that it does not know.
		if (problem instanceof BadInput && first) error(404, 'No such district.');
		toFirstPage(problem, event.url);
	}
	if (!answer.district) error(404, 'No such district.');

	const paths = pathsIn(event.locals.lang);
	const entries = answer.products.nodes.map(({ name, slug }) => ({ name, path: paths.product(slug) }));
	event.locals.things.push(listThing(entries, event.url.origin));
	const { facets, ...products } = answer.products;
	return {
		district: answer.district,
		districts: answer.districts,
		certifiedCount: answer.certified.totalCount,
		products,
		groups: first ? (facets.find(({ name }) => name === 'group')?.values.filter(({ count }) => count > 0) ?? []) : [],
		makers: first ? answer.producers.nodes : []
	};
};
