import type { RequestEvent } from '@sveltejs/kit';
import { sessionIn } from './session-cookie.ts';

/** The API's cookies, and for how many days they are kept. They go through the storefront in both directions and are read nowhere on the way. */
const session = 'cho_session';
const days = { [session]: 30, cho_cart: 60 };

/** What an own page's question to the API says of the visitor: the session, a guest's cart, and the browser that a new session is named after. */
export function sessionOf({ cookies, request }: Pick<RequestEvent, 'cookies' | 'request'>): Record<string, string> {
	const known = Object.keys(days).flatMap((name) => {
		const value = cookies.get(name);
		return value ? `${name}=${encodeURIComponent(value)}` : [];
	});
	return {
		...(known.length ? { cookie: known.join('; ') } : {}),
		'user-agent': request.headers.get('user-agent') ?? ''
	};
}

/** Hands what began or ended at the API on to the visitor. */
export function relaySession({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, answer: Response) {
	const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
	for (const [name, kept] of Object.entries(days)) {
		const value = sessionIn(name, answer.headers.getSetCookie());
		if (value) cookies.set(name, value, { ...attributes, maxAge: kept * 24 * 60 * 60 });
		else if (value === '') cookies.delete(name, attributes);
	}
}

export const hasSession = ({ cookies }: Pick<RequestEvent, 'cookies'>) => cookies.get(session) !== undefined;
