import { ProducersDocument } from '#lib/gql/graphql.ts';
import { cursorWindow } from '#lib/cursor.ts';
import { query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import { listThing } from '#lib/server/structured-data/pages.ts';
import { pathsIn } from '#lib/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	try {
		const answer = await query(event, ProducersDocument, cursorWindow(event.url.searchParams, 24));
		const paths = pathsIn(event.locals.lang);
		const entries = answer.producers.nodes.map(({ name, slug }) => ({ name, path: paths.producer(slug) }));
		event.locals.things.push(listThing(entries, event.url.origin));
		return answer;
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};
