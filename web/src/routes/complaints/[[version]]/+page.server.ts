import { loadPolicy } from '#lib/policies/load.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadPolicy(event, 'COMPLAINTS');
