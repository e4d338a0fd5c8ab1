import { redirect } from '@sveltejs/kit';
import { fixesOf } from '#lib/buying/fixes.ts';
import { AcceptCartChangesDocument, AddToCartDocument, CartDocument, SetCartDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { wholeNumber } from '#lib/quantity.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { tellCart } from '#lib/server/cart-count.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { saveAsList } from '#lib/server/save-as-list.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cart, viewer, productGroups } = await query(event, CartDocument, {});
	tellCart(event, cart.lineCount);
	const sections = cart.sections.map((section) => ({ ...section, lines: section.lines.map((line) => ({ ...line, fixes: fixesOf(line) })) }));
	return { cart: { ...cart, sections }, signedIn: viewer.signedIn, groups: productGroups, requestKey: crypto.randomUUID() };
};

export const actions: Actions = {
	add: async (event) => {
		const field = await fieldsOf(event.request);
		const paths = ownPathsIn(event.locals.lang);
		const [[offer = '', product = ''], sku, typed] = [field('offer').split(' '), field('sku'), field('qty')];
		const quantity = wholeNumber(typed);
		// The product's page says in words what is wrong. It is kept for everybody, so that its address has to say what was typed, and its form has no key.
		if (!quantity) redirect(303, `${paths.product(product, { sku, qty: typed })}#${sku}`);
		const { problems } = await mutate(event, AddToCartDocument, { input: { lines: [{ offer, quantity }] } });
		if (problems.length) return refused(problems.map(({ code, message }) => ({ code, message, path: [] })), { typed: {} as Record<string, string> });
		redirect(303, `${paths.cart({ done: 'added', sku })}#${sku}`);
	},
	update: async (event) => {
		const form = await event.request.formData();
		const all = (name: string) => form.getAll(name).map(String);
		const [quantities, before] = [all('quantity'), all('was')];
		// A button at a line stands for a quantity of its own; 0 takes the line out.
		const [pressed, instead = ''] = String(form.get('take') ?? '').split(' ');
		const typed = Object.fromEntries(all('offer').map((offer, at) => [offer, offer === pressed ? instead : (quantities[at] ?? '')]));
		const changed = Object.entries(typed).filter(([, words], at) => words.trim() !== before[at]);
		const problems: Problem[] = [];
		const lines = changed.map(([offer, words]) => {
			const quantity = wholeNumber(words);
			if (quantity === undefined) problems.push({ code: 'UNREADABLE', message: messagesIn(event.locals.lang).cart.notWhole, path: [offer] });
			return { offer, quantity: quantity ?? 0 };
		});
		if (!problems.length && lines.length) problems.push(...(await mutate(event, SetCartDocument, { input: { lines, requestKey: String(form.get('requestKey') ?? '') || null } })).problems.map(atLine));
		if (problems.length) return refused(problems, { typed });
		redirect(303, ownPathsIn(event.locals.lang).cart({ done: instead === '0' ? 'removed' : 'updated' }));

		/** The API counts the lines that it was given; the form knows its lines by their offers. */
		function atLine({ code, message, path: [, at] }: Problem): Problem {
			const line = lines[Number(at)];
			return { code, message, path: line ? [line.offer] : [] };
		}
	},
	saveAsList: async (event) => {
		const field = await fieldsOf(event.request);
		const { cart } = await query(event, CartDocument, {});
		const lines = cart.sections.flatMap(({ lines }) => lines);
		const listProblems = await saveAsList(event, field('name'), lines, field('requestKey'));
		return refused([], { typed: {} as Record<string, string>, listProblems, listName: field('name') });
	},
	accept: async (event) => {
		const requestKey = (await fieldsOf(event.request))('requestKey') || null;
		const { problems } = await mutate(event, AcceptCartChangesDocument, { input: { requestKey } });
		if (problems.length) return refused(problems, { typed: {} as Record<string, string> });
		redirect(303, ownPathsIn(event.locals.lang).cart({ done: 'noted' }));
	}
};
