import { redirect } from '@sveltejs/kit';
import { fixesOf } from '#lib/buying/fixes.ts';
import { AddListToCartDocument, RemoveListDocument, SavedListDocument, SaveListDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { wholeNumber } from '#lib/quantity.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { tellOtherCart } from '#lib/server/cart-count.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { savedList } = await query(event, SavedListDocument, { id: event.params.id });
	if (!savedList) redirect(303, ownPathsIn(event.locals.lang).lists());
	const sections = savedList.today.sections.map((section) => ({ ...section, lines: section.lines.map((line) => ({ ...line, fixes: fixesOf(line) })) }));
	return { list: { ...savedList, today: { ...savedList.today, sections } }, requestKey: crypto.randomUUID() };
};

export const actions: Actions = {
	add: async (event) => {
		const requestKey = (await fieldsOf(event.request))('requestKey') || null;
		const { payload, problems } = await mutate(event, AddListToCartDocument, { input: { list: event.params.id, requestKey } });
		if (problems.length) return refused(problems, { about: 'add', typed: nothing });
		await tellOtherCart(event);
		if (payload?.leftOut.length) return { problems, about: 'add', typed: nothing, refill: payload };
		redirect(303, ownPathsIn(event.locals.lang).cart({ done: 'list' }));
	},
	update: async (event) => {
		const form = await event.request.formData();
		const all = (name: string) => form.getAll(name).map(String);
		const quantities = all('quantity');
		// A button at a line stands for a quantity of its own; 0 takes the line out.
		const [pressed, instead = ''] = String(form.get('take') ?? '').split(' ');
		const typed = Object.fromEntries(all('offer').map((offer, at) => [offer, offer === pressed ? instead : (quantities[at] ?? '')]));
		const lines = Object.entries(typed).map(([offer, words]) => ({ offer, quantity: wholeNumber(words) }));
		const message = messagesIn(event.locals.lang).cart.notWhole;
		const unread = lines.filter(({ quantity }) => quantity === undefined).map(({ offer }): Problem => ({ code: 'UNREADABLE', message, path: [offer] }));
		if (unread.length) return refused(unread, { about: 'lines', typed });
		const kept = lines.map(({ offer, quantity }) => ({ offer, quantity: quantity! })).filter(({ quantity }) => quantity > 0);
		return save(event, { version: Number(form.get('version')), name: String(form.get('name')), lines: kept, requestKey: String(form.get('requestKey')) }, 'lines', typed);
	},
	rename: async (event) => {
		const field = await fieldsOf(event.request);
		return save(event, { version: Number(field('version')), name: field('name'), lines: null, requestKey: field('requestKey') }, 'rename', { name: field('name') });
	},
	remove: async (event) => {
		const requestKey = (await fieldsOf(event.request))('requestKey') || null;
		const { problems } = await mutate(event, RemoveListDocument, { input: { list: event.params.id, requestKey } });
		if (problems.length) return refused(problems, { about: 'add', typed: nothing });
		redirect(303, ownPathsIn(event.locals.lang).lists({ done: 'listRemoved' }));
	}
};

const nothing: Record<string, string> = {};

type Change = { version: number; name: string; lines: { offer: string; quantity: number }[] | null; requestKey: string };

async function save(event: RequestEvent, change: Change, about: string, typed: Record<string, string>) {
	const { problems } = await mutate(event, SaveListDocument, { input: { list: event.params.id, ...change } });
	if (!problems.length) redirect(303, ownPathsIn(event.locals.lang).list(event.params.id, { done: 'listSaved' }));
	// The API counts the lines that it was given; the form knows its lines by their offers.
	const atLine = (path: string[]) => (path[0] === 'lines' ? [change.lines?.[Number(path[1])]?.offer ?? []].flat() : path);
	return refused(problems.map((problem) => ({ ...problem, path: atLine(problem.path) })), { about, typed });
}
