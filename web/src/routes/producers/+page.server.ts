import { ProducersDocument } from '#lib/gql/graphql.ts';
import { cursorWindow } from '#lib/cursor.ts';
import { query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import { listThing } from '#lib/server/structured-data/pages.ts';
import { pathsIn } from '#lib/paths.ts';
import { kindIn } from './kinds.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	const kind = kindIn(params);
	const district = params.get('district');
	try {
		const { producers, districts } = await query(event, ProducersDocument, {
			filter: { kinds: kind && [kind], districts: district ? [district] : undefined },
			...cursorWindow(params, 24)
		});
		const paths = pathsIn(event.locals.lang);
		const entries = producers.nodes.map(({ name, slug }) => ({ name, path: paths.producer(slug) }));
		event.locals.things.push(listThing(entries, event.url.origin));
		return { producers, districts };
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};
