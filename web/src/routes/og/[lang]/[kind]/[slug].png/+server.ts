import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { languages, type Language } from '#lib/paths.ts';
import type { Card } from '#lib/server/og/card.ts';
import { cardFor } from '#lib/server/og/cards.ts';
import { pictureOf } from '#lib/server/og/picture.ts';
import type { RequestHandler } from './$types';

/** About six megabytes; whoever shares a link asks for its picture several times within minutes. */
const mostKept = 64;
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
/** One at a time: drawing takes the whole process, and pages must get their turn between two pictures. */
let last: Promise<unknown> = Promise.resolve();

export const GET: RequestHandler = async (event) => {
	const { lang, kind, slug } = event.params;
	if (!languages.includes(lang as Language)) error(404, 'No such picture.');
	event.locals.lang = lang as Language;
	const card = await cardFor(event, kind, slug);
	if (!card) error(404, 'No such picture.');

	// What is shown is the name of the picture: stars that expire today make another one.
	const tag = createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22);
	const headers = { etag: `"${tag}"`, 'cache-control': 'public, max-age=3600, s-maxage=3600', 'content-type': 'image/png' };
	if (event.request.headers.get('if-none-match')?.includes(tag)) return new Response(null, { status: 304, headers });
	const picture = await drawnOnce(tag, card);
	// The door keeps only what tells its length.
	return new Response(picture, { headers: { ...headers, 'content-length': `${picture.byteLength}` } });
};

function drawnOnce(tag: string, card: Card): Promise<Uint8Array<ArrayBuffer>> {
	const known = kept.get(tag);
	if (known) return known;

	const drawn = last.then(() => new Promise(setImmediate)).then(() => pictureOf(card));
	last = drawn.catch(() => undefined);
	drawn.catch(() => kept.delete(tag));
	kept.set(tag, drawn);
	if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
	return drawn;
}
