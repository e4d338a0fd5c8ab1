import { error, type RequestEvent } from '@sveltejs/kit';
import { hasCursor, cursorWindow } from '#lib/cursor.ts';
import { GroupDocument, GroupShelvesDocument, type GroupQuery, type ProducerCardFragment } from '#lib/gql/graphql.ts';
import { pathsIn } from '#lib/paths.ts';
import { BadInput, query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import { listThing } from '#lib/server/structured-data/pages.ts';
import type { PageServerLoad } from './$types';

const pageSize = 24;
const mostMakers = 6;
const mostShelfPages = 5;

export const load: PageServerLoad = async (event) => {
	const code = event.params.slug;
	const first = !hasCursor(event.url.searchParams);
	let answer: GroupQuery;
	try {
		answer = await query(event, GroupDocument, { code, ...cursorWindow(event.url.searchParams, pageSize) });
	} catch (problem) {
		// The products' filter refuses a code that it does not know.
		if (problem instanceof BadInput && first) error(404, 'No such group.');
		toFirstPage(problem, event.url);
	}
	if (!answer.productGroup) error(404, 'No such group.');

	// For a group that has ended the filter finds its successor's products: those stand on the successor's page.
	if (answer.productGroup.becomes) answer.products.nodes = [];
	const paths = pathsIn(event.locals.lang);
	const entries = answer.products.nodes.map(({ name, slug }) => ({ name, path: paths.product(slug) }));
	event.locals.things.push(listThing(entries, event.url.origin));

	const makers = new Map<string, ProducerCardFragment>();
	for (const { producer } of answer.products.nodes) if (producer) makers.set(producer.slug, producer);
	return {
		group: answer.productGroup,
		others: answer.productGroups.filter((group) => group.code !== code),
		certifiedCount: answer.certified.totalCount,
		products: answer.products,
		makers: first ? [...makers.values()].slice(0, mostMakers) : [],
		shelves: first && answer.products.nodes.length ? await shelvesOf(event, code) : []
	};
};

/** The API counts no shelves; a group has few pages of products, and this page is kept by the front door. */
async function shelvesOf(event: RequestEvent, code: string) {
	const shelves = new Map<string, { code: string; name: string }>();
	let after: string | undefined;
	for (let page = 0; page < mostShelfPages; page++) {
		const { products } = await query(event, GroupShelvesDocument, after ? { code, after } : { code });
		for (const { category } of products.nodes) shelves.set(category.code, category);
		if (!products.pageInfo.hasNextPage || !products.pageInfo.endCursor) break;
		after = products.pageInfo.endCursor;
	}
	return [...shelves.values()];
}
