import { error } from '@sveltejs/kit';
import { drawing } from '#lib/server/drawings/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) => {
	const svg = drawing(params.name);
	if (!svg) error(404, 'There is no such drawing.');
	return new Response(svg, {
		headers: {
			'content-type': 'image/svg+xml',
			'cache-control': 'public, max-age=31536000, immutable'
		}
	});
};
