import { STYLEGUIDE } from '$app/env/private';
import { error } from '@sveltejs/kit';
import { motifs } from '#lib/server/drawings/motifs.ts';
import { seasonsIn } from '#lib/server/seasons.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!STYLEGUIDE) error(404, 'The style guide is shown in development only.');
	return {
		drawings: Object.keys(motifs).map((motif, at) => ({ motif, url: `/drawings/fruit.${motif}.${at % 16}.svg` })),
		seasons: seasonsIn(locals.lang, new Date())
	};
};
