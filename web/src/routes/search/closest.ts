import type { RequestEvent } from '@sveltejs/kit';
import { ClosestDocument, type SearchQuery } from '#lib/gql/graphql.ts';
import { BadInput, query } from '#lib/server/api.ts';
import type { Variables } from './read.ts';
import { filtersIn, withoutFilter, withParam } from './state.ts';
import { readSearch } from './read.ts';

type Products = SearchQuery['products'];
type Event = Pick<RequestEvent, 'locals' | 'getClientAddress' | 'request' | 'cookies' | 'url'>;

/** What was let go of so that something is found. */
type Let = { kind: 'filter'; name: string } | { kind: 'read'; words: string } | { kind: 'word'; words: string };

type Attempt = { let: Let; address: URLSearchParams };

const few = 3;
const attemptsAtMost = 4;

/** When hardly anything is found: the products that one step less would find, and which step it was. */
export async function closest(event: Event, variables: Variables, products: Products) {
	if (products.limited || products.totalCount >= few || variables.after || variables.before) return undefined;
	const shown = new Set(products.edges.map(({ node }) => node.slug));
	const answers = await Promise.all(
		attempts(event.url.searchParams, variables, products)
			.slice(0, attemptsAtMost)
			.map(async (attempt) => ({ attempt, found: await find(event, attempt.address) }))
	);
	const [best] = answers
		.map(({ attempt, found }) => ({
			let: attempt.let,
			query: attempt.address.toString(),
			total: found?.totalCount ?? 0,
			nodes: found?.nodes.filter(({ slug }) => !shown.has(slug)).slice(0, 4) ?? []
		}))
		.filter(({ nodes }) => nodes.length > 0)
		// The narrower list is the closer one; a filter let go of is closer than a word.
		.sort((a, b) => order(a.let) - order(b.let) || a.total - b.total);
	return best;
}

const order = ({ kind }: Let) => ['filter', 'read', 'word'].indexOf(kind);

function attempts(params: URLSearchParams, { search }: Variables, products: Products): Attempt[] {
	const filters = filtersIn(params).map((name): Attempt => ({ let: { kind: 'filter', name }, address: withoutFilter(params, name) }));
	const read = products.understood.filters.map(
		({ words, searchWithout }): Attempt => ({ let: { kind: 'read', words }, address: withParam(params, 'q', searchWithout) })
	);
	const singly = [...new Set((search ?? '').split(/\s+/))].filter((word) => word.length > 1);
	const words = singly.length > 1 ? singly.map((word): Attempt => ({ let: { kind: 'word', words: word }, address: withParam(params, 'q', word) })) : [];
	return [...filters, ...read, ...words];
}

async function find(event: Event, address: URLSearchParams) {
	const { search, filter, marks } = readSearch(address).variables;
	try {
		return (await query(event, ClosestDocument, { search, filter, marks })).products;
	} catch (problem) {
		// Nearest goods are a courtesy: what the catalogue refuses here takes nothing away from the answer.
		if (problem instanceof BadInput) return undefined;
		throw problem;
	}
}
