import { redirect, type RequestEvent } from '@sveltejs/kit';
import { SavedDocument } from '#lib/gql/graphql.ts';
import { pathsIn } from '#lib/paths.ts';
import {
	isSlug,
	readSaved,
	savedCookie,
	savedCookieAttributes,
	withAllSaved,
	withSaved,
	withoutSaved,
	writeSaved
} from '#lib/saved-list.ts';
import { query } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

// The one page that reads the cookie: the others come from a cache and are the same for everybody.
export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	const own = ownList(event);
	const shared = params.has('p') ? readSaved(params.get('p')) : undefined;
	const slugs = shared ?? own;

	const answer = slugs.length ? (await query(event, SavedDocument, { slugs })).productsBySlug : [];
	const removed = params.get('removed') ?? '';
	return {
		products: answer.filter((product) => product !== null),
		gone: slugs.filter((_, index) => answer[index] === null),
		shared: shared !== undefined,
		own: own.length,
		/** What a form without scripts has just removed. */
		removed: isSlug(removed) && !own.includes(removed) ? removed : undefined
	};
};

export const actions: Actions = {
	save: async (event) => {
		const form = await event.request.formData();
		const next = withSaved(ownList(event), written(form, 'slug'));
		if (next) keep(event, next);

		const back = pageBefore(event);
		const at = written(form, 'at');
		back.hash = next && /^[\w-]{1,40}$/.test(at) ? at : '';
		redirect(303, back.href);
	},
	saveAll: async (event) => {
		const form = await event.request.formData();
		keep(event, withAllSaved(ownList(event), readSaved(written(form, 'p'))));
		redirect(303, listAddress(event).href);
	},
	remove: async (event) => {
		const slugs = (await event.request.formData()).getAll('slug').filter((slug) => typeof slug === 'string');
		keep(event, slugs.reduce(withoutSaved, ownList(event)));

		const list = listAddress(event);
		if (slugs.length === 1 && slugs[0]) list.searchParams.set('removed', slugs[0]);
		redirect(303, list.href);
	}
};

const ownList = ({ cookies }: Pick<RequestEvent, 'cookies'>) => readSaved(cookies.get(savedCookie));

function written(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

function keep({ cookies, url }: RequestEvent, slugs: string[]) {
	cookies.set(savedCookie, writeSaved(slugs), {
		...savedCookieAttributes,
		// Pages come from a cache: a script marks in them what is saved.
		httpOnly: false,
		secure: url.protocol === 'https:'
	});
}

const listAddress = ({ url, locals }: RequestEvent) => new URL(pathsIn(locals.lang).saved(), url.origin);

/** Where the form was sent from, when that was a page of this shop; else the list. */
function pageBefore(event: RequestEvent): URL {
	const referrer = URL.parse(event.request.headers.get('referer') ?? '');
	return referrer?.origin === event.url.origin ? referrer : listAddress(event);
}
