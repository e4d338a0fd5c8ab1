import { redirect } from '@sveltejs/kit';
import {
	ConfirmOrderDocument,
	DeliverOrderDocument,
	PackOrderDocument,
	RefuseOrderDocument,
	ReturnOrderDocument,
	SaleDocument,
	ShipOrderDocument,
	WriteToBuyerDocument
} from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { wholeNumber } from '#lib/quantity.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { sale } = await query(event, SaleDocument, { number: event.params.number });
	return { sale, requestKey: crypto.randomUUID() };
};

export const actions: Actions = {
	confirm: (event) => deed(event, 'confirm', ({ step }) => mutate(event, ConfirmOrderDocument, { input: step })),
	refuse: (event) => deed(event, 'refuse', ({ step, text }) => mutate(event, RefuseOrderDocument, { input: { ...step, reason: text('reason') } })),
	pack: (event) => deed(event, 'pack', ({ step }) => mutate(event, PackOrderDocument, { input: step })),
	ship: (event) => deed(event, 'ship', ({ step, text, lines }) => mutate(event, ShipOrderDocument, { input: { ...step, lines, parcel: text('parcel') } })),
	deliver: (event) => deed(event, 'deliver', ({ step }) => mutate(event, DeliverOrderDocument, { input: step })),
	bringBack: (event) => deed(event, 'bringBack', ({ step, text, lines }) => mutate(event, ReturnOrderDocument, { input: { ...step, lines, reason: text('reason') } })),
	write: (event) =>
		deed(event, 'write', ({ step: { order, requestKey }, text }) => mutate(event, WriteToBuyerDocument, { input: { order, requestKey, message: text('message') } }))
};

type Sent = { step: { order: string; version: number; requestKey: string }; text: (name: string) => string; lines: { line: string; quantity: number }[] };

/** Reads what every form of the page sends, does it, and comes back to the page, which shows how the order stands then. */
async function deed(event: RequestEvent, about: string, send: (sent: Sent) => Promise<{ problems: Problem[] }>) {
	const form = await event.request.formData();
	const text = (name: string) => String(form.get(name) ?? '');
	const counts = form.getAll('quantity').map(String);
	const typed: Record<string, string> = { reason: text('reason'), parcel: text('parcel'), message: text('message') };
	const problems: Problem[] = [];
	const lines = form.getAll('line').map(String).map((line, at) => {
		const words = (typed[line] = counts[at] ?? '');
		const quantity = words.trim() ? wholeNumber(words) : 0;
		if (quantity === undefined) problems.push({ code: 'UNREADABLE', message: messagesIn(event.locals.lang).desk.notNumber, path: ['lines'] });
		return { line, quantity: quantity ?? 0 };
	});
	const step = { order: text('order'), version: Number(text('version')), requestKey: text('requestKey') };
	if (!problems.length) problems.push(...(await send({ step, text, lines: lines.filter(({ quantity }) => quantity) })).problems);
	if (problems.length) return refused(problems, { about, typed });
	redirect(303, ownPathsIn(event.locals.lang).sale(event.params.number, { done: about }));
}
