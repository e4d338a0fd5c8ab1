import { messagesIn } from '#lib/server/messages.ts';
import { pathsIn } from '#lib/paths.ts';
import { colour } from '#lib/server/colour.ts';
import type { RequestHandler } from './$types';

/** Makes the shop one of the phone's own icons. The English pages name `?lang=en`. */
export const GET: RequestHandler = async ({ locals: { lang } }) => {
	const { shop, nav, saved } = messagesIn(lang);
	const paths = pathsIn(lang);
	const icon = (size: number, purpose: string) => ({
		src: `/icons/${purpose === 'any' ? 'icon' : purpose}-${size}.png`,
		sizes: `${size}x${size}`,
		type: 'image/png',
		purpose
	});
	const manifest = {
		id: '/',
		name: `${shop.name} – ${shop.tagline}`,
		short_name: shop.name,
		description: shop.description,
		lang,
		dir: 'ltr',
		start_url: paths.home(),
		scope: '/',
		display: 'minimal-ui',
		background_color: colour('paper'),
		theme_color: colour('paper'),
		categories: ['food', 'shopping'],
		icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
		shortcuts: [
			{ name: nav.products, url: paths.search() },
			{ name: saved.title, url: paths.saved() }
		]
	};
	return new Response(JSON.stringify(manifest), {
		headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=86400' }
	});
};
