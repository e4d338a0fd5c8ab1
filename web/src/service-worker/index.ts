/**
 * Keeps copies of pages for when there is no connection. A copy never passes for the page itself: it says when it was
 * made, and its prices step back. With a connection every page comes from the shop, as if this worker were not here.
 */
import { version } from '$app/env';
import { self } from '$app/service-worker';
import { ownPaths } from '#lib/own-paths.ts';
import { languages, languageOf, pathsIn } from '#lib/paths.ts';
import { asCopy, copyOf, listOf, textsIn, titleOf } from './copies.ts';

const cacheOf = (what: string) => `${what} ${version}`;
const shell = cacheOf('shell');
const pages = cacheOf('pages');
const drawings = cacheOf('drawings');

const mostPages = 60;
const mostDrawings = 80;
/** A page that was just stored need not be fetched again because a script says it was seen. */
const justNow = 60_000;
/** Only where the browser itself says that it is offline: elsewhere a slow answer is better than an old one. */
const patienceOffline = 3000;

/** What pages say (lib/offline.ts). */
type Seen = { seen?: string; with?: string[] };

const offlinePages = languages.map((lang) => pathsIn(lang).offline());
/** Pages of one visitor, and certificates: what was valid then says nothing about today. */
const neverKept = languages.flatMap((lang) => {
	const paths = pathsIn(lang);
	return [...ownPaths(lang), paths.compare(), paths.verify(), paths.label('x').slice(0, -2), paths.offline()];
});

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== location.origin) return;
	if (request.mode === 'navigate') event.respondWith(page(request, url));
	else if (url.pathname.endsWith('/__data.json')) event.respondWith(dataOrOffline(request));
	else if (storeOf(url)) event.respondWith(cacheFirst(request, url));
});
self.addEventListener('message', (event) => {
	const { seen, with: parts } = (event.data ?? {}) as Seen;
	if (seen) event.waitUntil(keepParts(parts ?? []).then(() => keepSeen(new URL(seen))));
});

/** Only the page for being offline and what it is drawn with: whoever never loses the connection pays a few KiB. */
async function install() {
	const cache = await caches.open(shell);
	const assets = new Set<string>();
	for (const path of offlinePages) {
		const answer = await fetch(path, { cache: 'reload' });
		if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
		const html = await answer.clone().text();
		for (const [, asset] of html.matchAll(/(?:href|src)="(\/[^"?]+\.(?:css|svg|woff2))"/g)) assets.add(asset!);
		await cache.put(path, answer);
	}
	await cache.addAll([...assets]);
	// It forces nothing upon an open page, which goes on with the scripts it has.
	await self.skipWaiting();
}

async function takeOver() {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => ![shell, pages, drawings].includes(name)).map((name) => caches.delete(name)));
	await self.clients.claim();
}

async function page(request: Request, url: URL): Promise<Response> {
	try {
		const answer = await fetch(request, self.navigator.onLine ? {} : { signal: AbortSignal.timeout(patienceOffline) });
		if (mayBeKept(url, answer)) await keep(url, answer.clone());
		return answer;
	} catch {
		return (await savedPage(url)) ?? (await offlinePage(url));
	}
}

async function savedPage(url: URL): Promise<Response | undefined> {
	const copy = await (await caches.open(pages)).match(keyOf(url));
	return copy && asCopy(copy, languageOf(url.pathname));
}

async function offlinePage(url: URL): Promise<Response> {
	const lang = languageOf(url.pathname);
	const frame = await (await caches.open(shell)).match(pathsIn(lang).offline());
	if (!frame) return Response.error();
	const cache = await caches.open(pages);
	const copies = await Promise.all((await cache.keys()).map(async (key) => textsIn(key.url, await cache.match(key))));
	const html = (await frame.text()).replace('<!--copies-->', () => listOf(url, copies.sort((one, other) => other.at - one.at), lang));
	return new Response(html, { status: 503, headers: frame.headers });
}

/** The page asks for its data itself; told that there is no connection, it loads anew and gets the copy (offline.ts). */
async function dataOrOffline(request: Request): Promise<Response> {
	try {
		return await fetch(request);
	} catch {
		return Response.json({ message: 'offline' }, { status: 503 });
	}
}

/** What never changes under its name; drawings do so only with the shop's version, and so does the name of their cache. */
function storeOf({ origin, pathname }: URL): string | undefined {
	if (origin !== location.origin) return undefined;
	if (/^\/(_app\/immutable|fonts)\//.test(pathname)) return shell;
	return /^\/(illustrations|groups|drawings)\//.test(pathname) ? drawings : undefined;
}

async function cacheFirst(request: Request, url: URL): Promise<Response> {
	const name = storeOf(url)!;
	const cache = await caches.open(name);
	const known = await cache.match(request);
	if (known) return known;
	const answer = await fetch(request);
	if (answer.status === 200) {
		await cache.put(request, answer.clone());
		if (name === drawings) await trim(cache, mostDrawings);
	}
	return answer;
}

/** The first page of a visit loads before this worker is there: its scripts and pictures are still in the browser's own cache. */
async function keepParts(addresses: string[]) {
	const parts = addresses.map((address) => new URL(address)).filter(storeOf);
	await Promise.allSettled(parts.map((part) => cacheFirst(new Request(part), part)));
}

/** A page that scripts put together was never a document; one is fetched for it, unless the visitor saves data. */
async function keepSeen(url: URL) {
	const cache = await caches.open(pages);
	const copy = await cache.match(keyOf(url));
	const { connection } = self.navigator as { connection?: { saveData?: boolean } };
	if (connection?.saveData || (copy && Date.now() - copyOf(copy).at < justNow)) return;
	const answer = await fetch(keyOf(url), { headers: { accept: 'text/html' } }).catch(() => undefined);
	if (answer && mayBeKept(url, answer)) await keep(url, answer);
}

function mayBeKept(url: URL, answer: Response): boolean {
	return (
		url.origin === location.origin &&
		answer.status === 200 &&
		!answer.redirected &&
		answer.headers.get('content-type')?.startsWith('text/html') === true &&
		answer.headers.get('cache-control')?.includes('no-store') !== true &&
		!neverKept.some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`))
	);
}

async function keep(url: URL, answer: Response) {
	const cache = await caches.open(pages);
	const html = await answer.text();
	const headers = new Headers(answer.headers);
	// The body is no longer compressed.
	headers.delete('content-encoding');
	headers.delete('content-length');
	headers.set('x-kept-at', new Date().toISOString());
	headers.set('x-title', encodeURIComponent(titleOf(html)));
	await cache.put(keyOf(url), new Response(html, { headers }));
	await trim(cache, mostPages);
}

async function trim(cache: Cache, most: number) {
	const keys = await cache.keys();
	await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}

const keyOf = (url: URL) => url.origin + url.pathname + url.search;
