import { helpIn } from '#lib/content/help.ts';
import { pathsIn } from '#lib/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ topics: await helpIn(locals.lang, pathsIn(locals.lang)) });
