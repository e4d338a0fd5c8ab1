import { ProducersDocument } from '#lib/gql/graphql.ts';
import { cursorWindow } from '#lib/cursor.ts';
import { query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
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
		return { producers, districts };
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};
