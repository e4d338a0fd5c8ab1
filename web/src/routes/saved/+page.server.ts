import { redirect, type RequestEvent } from '@sveltejs/kit';
import { pathsIn } from '#lib/paths.ts';
import {
	readSaved,
	savedCookie,
	savedCookieAttributes,
	withSaved,
	withoutSaved,
	writeSaved
} from '#lib/saved-list.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => ({ saved: readSaved(cookies.get(savedCookie)) });

const written = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');

/** Where the form was sent from, when that was a page of this shop; else the list. */
function pageBefore({ request, url, locals }: RequestEvent): URL {
	const list = new URL(pathsIn(locals.lang).saved(), url);
	const referrer = URL.parse(request.headers.get('referer') ?? '');
	return referrer?.origin === url.origin ? referrer : list;
}

function keep({ cookies, url }: RequestEvent, slugs: string[]) {
	cookies.set(savedCookie, writeSaved(slugs), {
		...savedCookieAttributes,
		// Pages come from a cache: a script marks in them what is saved.
		httpOnly: false,
		secure: url.protocol === 'https:'
	});
}

export const actions: Actions = {
	save: async (event) => {
		const form = await event.request.formData();
		const next = withSaved(readSaved(event.cookies.get(savedCookie)), written(form.get('slug')));
		if (next) keep(event, next);

		const back = pageBefore(event);
		back.hash = next && /^[\w-]{1,40}$/.test(written(form.get('at'))) ? written(form.get('at')) : '';
		redirect(303, back.href);
	},
	remove: async (event) => {
		const form = await event.request.formData();
		keep(event, withoutSaved(readSaved(event.cookies.get(savedCookie)), written(form.get('slug'))));
		redirect(303, pageBefore(event).href);
	}
};
