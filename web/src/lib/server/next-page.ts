import type { RequestEvent } from '@sveltejs/kit';
import { pageOfShop, pathsIn } from '#lib/paths.ts';

/** Where somebody goes on who registers: a letter lies between, and its link cannot say it. */
const name = 'cho_next';
const day = 24 * 60 * 60;

type Visit = Pick<RequestEvent, 'cookies' | 'url' | 'locals'>;

/** The page that the address asks for, or the account. */
export const nextPage = ({ url, locals }: Visit) => pageOfShop(url.searchParams.get('next')) ?? pathsIn(locals.lang).account();

export function rememberNext({ cookies, url }: Visit) {
	const next = pageOfShop(url.searchParams.get('next'));
	if (next) cookies.set(name, next, { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge: day });
}

export function rememberedNext({ cookies, locals }: Visit): string {
	const next = pageOfShop(cookies.get(name) ?? null);
	if (next) cookies.delete(name, { path: '/' });
	return next ?? pathsIn(locals.lang).account();
}
