import type { RequestEvent } from '@sveltejs/kit';
import { CartCountDocument } from '#lib/gql/graphql.ts';
import { cartCookie } from '#lib/saved-list.ts';
import { query } from './api.ts';

const days = 60;

/** Tells the header how many lines the cart has, also of pages that are kept for everybody: a number in a cookie, which scripts may read. */
export function tellCart({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, lines: number) {
	const attributes = { path: '/', httpOnly: false, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
	if (lines) cookies.set(cartCookie, `${lines}`, { ...attributes, maxAge: days * 24 * 60 * 60 });
	else if (cookies.get(cartCookie)) cookies.delete(cartCookie, attributes);
}

/** Whoever has signed in or acts for somebody else has another cart. */
export async function tellOtherCart(event: RequestEvent) {
	const { cart } = await query(event, CartCountDocument, {});
	tellCart(event, cart.lineCount);
}
