import { error, type RequestEvent } from '@sveltejs/kit';
import {
	SitemapPlacesDocument,
	SitemapProducersDocument,
	SitemapProductsDocument
} from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import { sitemap, type Entry } from '#lib/server/sitemap.ts';
import type { RequestHandler } from './$types';

/** Walking the whole catalogue is a question for every hundred products; search engines come several times a day. */
const freshFor = 10 * 60_000;
let known: { entries: Promise<Entry[]>; until: number } | undefined;

export const GET: RequestHandler = async (event) => {
	if (!known || known.until < Date.now()) {
		const entries = everyPage(event);
		known = { entries, until: Date.now() + freshFor };
		entries.catch(() => (known = undefined));
	}
	const xml = sitemap(await known.entries, event.url.searchParams.get('part'), event.url.origin);
	if (!xml) error(404, 'No such part.');
	return new Response(xml, {
		headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=600' }
	});
};

async function everyPage(event: RequestEvent): Promise<Entry[]> {
	const { productGroups, districts } = await query(event, SitemapPlacesDocument, {});
	const products = await all(async (after) => (await query(event, SitemapProductsDocument, { after })).products);
	const producers = await all(async (after) => (await query(event, SitemapProducersDocument, { after })).producers);
	return [
		...standing.map((path) => ({ path })),
		...productGroups.map(({ code }): Entry => ({ path: (paths) => paths.group(code) })),
		...districts.map(({ code }): Entry => ({ path: (paths) => paths.district(code) })),
		...products.map(({ slug, updatedAt }): Entry => ({ path: (paths) => paths.product(slug), changed: updatedAt })),
		...producers.map(({ slug, updatedAt }): Entry => ({ path: (paths) => paths.producer(slug), changed: updatedAt }))
	];
}

/** Pages that stand whatever the catalogue holds. */
const standing: Entry['path'][] = [
	(paths) => paths.home(),
	(paths) => paths.search(),
	(paths) => paths.producers(),
	(paths) => paths.districts(),
	(paths) => paths.verify(),
	(paths) => paths.programme(),
	(paths) => paths.decisionLog(),
	(paths) => paths.ranking(),
	(paths) => paths.help(),
	(paths) => paths.terms(),
	(paths) => paths.privacy(),
	(paths) => paths.complaints()
];

type Page<Node> = { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };

async function all<Node>(pageAfter: (after: string | undefined) => Promise<Page<Node>>): Promise<Node[]> {
	const nodes: Node[] = [];
	let after: string | undefined;
	do {
		const page = await pageAfter(after);
		nodes.push(...page.nodes);
		after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
	} while (after);
	return nodes;
}
