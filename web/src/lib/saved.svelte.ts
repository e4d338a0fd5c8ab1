import {
	cartCookie,
	readSaved,
	savedCookie,
	savedCookieAttributes,
	withSaved,
	withoutSaved,
	writeSaved
} from '#lib/saved-list.ts';

// The cookies are the list and the cart's size; this is what the page knows of them. Another tab may have changed it, so it is
// read again before each change and whenever the page comes to the front.
let slugs = $state.raw<string[]>([]);
let inCart = $state.raw(0);
let ready = $state(false);

function read() {
	const cookies = Object.fromEntries(document.cookie.split('; ').map((part) => part.split('=')));
	slugs = readSaved(cookies[savedCookie]);
	inCart = Number(cookies[cartCookie]) || 0;
	if (!ready) addEventListener('visibilitychange', () => document.hidden || read());
	ready = true;
}

function write(next: string[]) {
	const { path, maxAge } = savedCookieAttributes;
	const secure = location.protocol === 'https:' ? '; Secure' : '';
	document.cookie = `${savedCookie}=${writeSaved(next)}; Path=${path}; Max-Age=${maxAge}; SameSite=Lax${secure}`;
	read();
}

/** The products that this browser has saved. Empty until `read`, which a component calls when it is mounted. */
export const saved = {
	read,
	/** Whether the list is known: not on the server, and not before the first `read`. */
	get ready() {
		return ready;
	},
	get count() {
		return slugs.length;
	},
	/** How many lines the cart has. */
	get inCart() {
		return inCart;
	},
	has: (slug: string) => slugs.includes(slug),
	/** Saves or drops a product; false where the list is full, or the browser keeps no cookies. */
	toggle(slug: string): boolean {
		read();
		const wanted = !slugs.includes(slug);
		const next = wanted ? withSaved(slugs, slug) : withoutSaved(slugs, slug);
		if (next) write(next);
		return slugs.includes(slug) === wanted;
	}
};
