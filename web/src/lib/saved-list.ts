/** The list of saved products as its cookie and its addresses write it: slugs joined by dots, newest first. */

export const savedCookie = 'saved';
export const mostSaved = 60;

/** How many lines the cart has, as server/cart-count.ts tells it. */
export const cartCookie = 'cart_lines';

// A browser drops a cookie of more than 4096 bytes without a word.
const longest = 3800;
const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longestSlug = 120;

export const isSlug = (text: string) => text.length <= longestSlug && slugShape.test(text);

/** Whatever somebody wrote into the cookie: what is no slug is left out, and so is what is too much. */
export function readSaved(text: string | null | undefined): string[] {
	if (!text || text.length > 4 * longest) return [];
	return fitting([...new Set(text.split('.').filter(isSlug))]);
}

export const writeSaved = (slugs: readonly string[]) => slugs.join('.');

/** The list with one more in front; nothing where it is full. */
export function withSaved(slugs: readonly string[], slug: string): string[] | undefined {
	if (!isSlug(slug)) return undefined;
	const next = [slug, ...slugs.filter((other) => other !== slug)];
	return fitting(next).length === next.length ? next : undefined;
}

/** The list with others behind it, as many as fit. */
export const withAllSaved = (slugs: readonly string[], others: readonly string[]) =>
	fitting([...new Set([...slugs, ...others.filter(isSlug)])]);

export const withoutSaved = (slugs: readonly string[], slug: string) => slugs.filter((other) => other !== slug);

function fitting(slugs: string[]): string[] {
	const kept = slugs.slice(0, mostSaved);
	while (writeSaved(kept).length > longest) kept.pop();
	return kept;
}

export const savedCookieAttributes = { path: '/', maxAge: 365 * 24 * 3600, sameSite: 'lax' as const };
