import { ownPathsIn } from '#lib/own-paths.ts';
import { loadPolicy } from '#lib/policies/load.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await loadPolicy(event, 'COMPLAINTS')),
	toFile: ownPathsIn(event.locals.lang).newComplaint()
});
