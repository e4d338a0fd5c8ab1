import { redirect } from '@sveltejs/kit';
import {
	CancelOrderDocument,
	EquivalentsDocument,
	GiveUpOrderDocument,
	OrderAgainDocument,
	OrderDocument,
	ReplaceOrderDocument,
	StartPaymentDocument,
	WaitForOrderDocument,
	WriteToProducerDocument
} from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { tellOtherCart } from '#lib/server/cart-count.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { saveAsList } from '#lib/server/save-as-list.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { order, viewer, payment } = await orderOf(event);
	if (order.code !== event.params.code) redirect(301, here(event, order.code));
	// Nobody but the guest needs the key; the account opens the order without it.
	const key = event.url.searchParams.get('key');
	const refused = order.orders.filter(({ remedyBy }) => remedyBy).flatMap(({ lines }) => lines);
	const instead = await Promise.all(
		refused.map(async ({ id }) => [id, (await query(event, EquivalentsDocument, { line: id, secret: key })).equivalents] as const)
	);
	return { group: order, payment: payment!, instead: Object.fromEntries(instead), key: viewer.signedIn ? null : key, signedIn: viewer.signedIn, requestKey: crypto.randomUUID() };
};

export const actions: Actions = {
	pay: async (event) => {
		const field = await fieldsOf(event.request);
		const input = { number: event.params.code, requestKey: field('requestKey'), secret: keyOf(event) };
		const { payload, problems } = await mutate(event, StartPaymentDocument, { input });
		if (problems.length) return refused(problems, { about: 'pay', order: '', typed: '' });
		const leadTo = payload?.payment?.redirectUrl;
		// A form may not lead to another site, not even by a redirect (form-action); a page may.
		if (leadTo) return { problems, about: 'pay', order: '', typed: '', leadTo };
		redirect(303, `${here(event, event.params.code)}#pay`);
	},
	wait: async (event) => {
		const { order, input } = await choiceOf(event);
		const { problems } = await mutate(event, WaitForOrderDocument, { input });
		if (problems.length) return refused(problems, { about: 'remedy', order, typed: '' });
		redirect(303, here(event, event.params.code, 'waiting'));
	},
	giveUp: async (event) => {
		const { order, input } = await choiceOf(event);
		const { problems } = await mutate(event, GiveUpOrderDocument, { input });
		if (problems.length) return refused(problems, { about: 'remedy', order, typed: '' });
		redirect(303, here(event, event.params.code, 'givenUp'));
	},
	replace: async (event) => {
		const { order, input, field } = await choiceOf(event);
		const [offer = '', quantity] = field('offer').split('|');
		const { problems } = await mutate(event, ReplaceOrderDocument, { input: { ...input, offer, quantity: Number(quantity) || 0 } });
		if (problems.length) return refused(problems, { about: 'remedy', order, typed: '' });
		redirect(303, here(event, event.params.code, 'replaced'));
	},
	cancel: async (event) => {
		const field = await fieldsOf(event.request);
		const [order, typed] = [field('order'), field('reason')];
		const input = { order, version: Number(field('version')), requestKey: field('requestKey'), reason: typed, secret: keyOf(event) };
		const { problems } = await mutate(event, CancelOrderDocument, { input });
		if (problems.length) return refused(problems, { about: 'cancel', order, typed });
		redirect(303, here(event, event.params.code, 'cancelled'));
	},
	write: async (event) => {
		const field = await fieldsOf(event.request);
		const [order, typed] = [field('order'), field('message')];
		const input = { order, message: typed, requestKey: field('requestKey'), secret: keyOf(event) };
		const { problems } = await mutate(event, WriteToProducerDocument, { input });
		if (problems.length) return refused(problems, { about: 'write', order, typed });
		redirect(303, here(event, event.params.code, 'written'));
	},
	again: async (event) => {
		const requestKey = (await fieldsOf(event.request))('requestKey') || null;
		const { payload, problems } = await mutate(event, OrderAgainDocument, { input: { number: event.params.code, secret: keyOf(event), requestKey } });
		if (problems.length) return refused(problems, { about: 'again', order: '', typed: '' });
		await tellOtherCart(event);
		if (payload?.leftOut.length) return { problems, about: 'again', order: '', typed: '', refill: payload };
		redirect(303, ownPathsIn(event.locals.lang).cart({ done: 'again' }));
	},
	saveAsList: async (event) => {
		const field = await fieldsOf(event.request);
		const typed = field('name');
		const { order } = await orderOf(event);
		const problems = await saveAsList(event, typed, order.orders.flatMap(({ lines }) => lines), field('requestKey'));
		return refused(problems, { about: 'list', order: '', typed });
	}
};

async function orderOf(event: RequestEvent) {
	const { order, viewer, payment } = await query(event, OrderDocument, { number: event.params.code, secret: keyOf(event) });
	// The list says what is needed to open an order.
	if (!order) redirect(303, ownPathsIn(event.locals.lang).orders({ number: event.params.code }));
	return { order, viewer, payment };
}

/** Of which refused order a buyer's choice is, as it was seen. */
async function choiceOf(event: RequestEvent) {
	const field = await fieldsOf(event.request);
	const order = field('order');
	return { field, order, input: { order, version: Number(field('version')), requestKey: field('requestKey'), secret: keyOf(event) } };
}

const keyOf = ({ url }: RequestEvent) => url.searchParams.get('key');

/** The order's own address, with the key of a guest's link. */
function here(event: RequestEvent, code: string, done?: string): string {
	const key = keyOf(event);
	return ownPathsIn(event.locals.lang).order(code, { ...(key ? { key } : {}), ...(done ? { done } : {}) });
}
