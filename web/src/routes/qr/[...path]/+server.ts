import { error } from '@sveltejs/kit';
import { internalPath } from '#lib/paths.ts';
import { qrCode } from '#lib/server/qr.ts';
import type { RequestHandler } from './$types';

const longest = 300;

/** `/qr` before a page's address is the QR code that leads to that page; nobody else's addresses are drawn. */
export const GET: RequestHandler = ({ url }) => {
	const path = url.pathname.slice('/qr'.length);
	if (path.length > longest || internalPath(path) === undefined) error(404, 'No such page.');

	const { size, path: modules } = qrCode(url.origin + path);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${modules}"/></svg>`;
	return new Response(svg, {
		headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }
	});
};
