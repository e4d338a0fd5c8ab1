import { helpIn } from '#lib/content/help.ts';
import { pathsIn } from '#lib/paths.ts';
import { questionsThing } from '#lib/server/structured-data/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const topics = await helpIn(locals.lang, pathsIn(locals.lang));
	locals.things.push(questionsThing(topics.flatMap(({ questions }) => questions)));
	return { topics };
};
