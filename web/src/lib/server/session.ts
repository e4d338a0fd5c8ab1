import type { RequestEvent } from '@sveltejs/kit';
import { sessionIn } from './session-cookie.ts';

/** The API's cookie. It goes through the storefront in both directions and is read nowhere on the way. */
const name = 'cho_session';
const days = 30;

/** What an own page's question to the API says of the visitor: the session, and the browser that a new one is named after. */
export function sessionOf({ cookies, request }: Pick<RequestEvent, 'cookies' | 'request'>): Record<string, string> {
	const session = cookies.get(name);
	return {
		...(session ? { cookie: `${name}=${encodeURIComponent(session)}` } : {}),
		'user-agent': request.headers.get('user-agent') ?? ''
	};
}

/** Hands a session that began or ended at the API on to the visitor. */
export function relaySession({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, answer: Response) {
	const session = sessionIn(name, answer.headers.getSetCookie());
	if (session === undefined) return;
	const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
	if (session) cookies.set(name, session, { ...attributes, maxAge: days * 24 * 60 * 60 });
	else cookies.delete(name, attributes);
}

export const hasSession = ({ cookies }: Pick<RequestEvent, 'cookies'>) => cookies.get(name) !== undefined;
