import { redirect } from '@sveltejs/kit';
import { pathsIn } from '#lib/paths.ts';
import { writtenNumber } from './number.ts';
import { words } from './words.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => {
	const number = writtenNumber(url.searchParams.get('number'));
	if (number) redirect(303, pathsIn(locals.lang).verify(number));
	return { hints: words(locals.lang).hints };
};
