import { redirect, type RequestEvent } from '@sveltejs/kit';
import { AddOrderPadDocument, PadExamplesDocument, ReadOrderPadDocument, type PadPartsFragment } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { tellOtherCart } from '#lib/server/cart-count.ts';
import { refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { passOn } from '#lib/server/pass-on.ts';
import { saveAsList } from '#lib/server/save-as-list.ts';
import { rowsOf, textOf, writtenIn } from './rows.ts';
import type { Actions, PageServerLoad } from './$types';

/** A thousand rows take a third of it; the API reads no longer requests. */
const mostLetters = 60_000;

export const load: PageServerLoad = async (event) => {
	const { products, viewer } = await query(event, PadExamplesDocument, {});
	return {
		signedIn: viewer.signedIn,
		// Sent twice, the form adds once.
		requestKey: crypto.randomUUID(),
		examples: products.nodes.flatMap(({ name, offers }) => offers.slice(0, 1).map(({ sku }) => ({ name, sku })))
	};
};

export const actions: Actions = {
	check: async (event) => {
		const sent = await sentBy(event);
		if (sent.problems.length) return refused(sent.problems, again(sent.text));
		const { payload, problems } = await mutate(event, ReadOrderPadDocument, { input: { text: sent.text } });
		return payload?.pad ? { problems: [], ...shown(payload.pad, sent.keep) } : refused(ofText(problems), again(sent.text));
	},
	add: async (event) => {
		const sent = await sentBy(event);
		if (sent.problems.length) return refused(sent.problems, again(sent.text));
		const { payload, problems } = await mutate(event, AddOrderPadDocument, { input: { text: sent.text, policy: sent.keep ? 'KEEP_GOOD_ROWS' : 'ALL_OR_NOTHING', requestKey: sent.requestKey || null } });
		if (!payload?.pad) return refused(ofText(problems), again(sent.text));
		const pad = shown(payload.pad, sent.keep);
		if (problems.length) return refused(problems.map((problem) => ({ ...problem, path: problem.code === 'ORDER_PAD_NOT_TAKEN' ? ['keep'] : [] })), pad);
		// What could not be ordered stays, to be mended.
		const left = pad.rows.filter(({ faults }) => faults.length);
		if (!left.length) redirect(303, ownPathsIn(event.locals.lang).cart({ done: 'added' }));
		await tellOtherCart(event);
		return { problems: [], ...pad, rows: left, total: undefined, added: payload.added, short: payload.cart?.sections.flatMap(({ problem }) => problem?.message ?? []) ?? [] };
	},
	saveAsList: async (event) => {
		const sent = await sentBy(event);
		if (sent.problems.length) return refused(sent.problems, again(sent.text));
		const { payload, problems } = await mutate(event, ReadOrderPadDocument, { input: { text: sent.text } });
		if (!payload?.pad) return refused(ofText(problems), again(sent.text));
		const good = payload.pad.lines.map(({ line }) => line).filter(({ problem }) => !problem);
		const words = messagesIn(event.locals.lang).lists;
		const unsaved = good.length
			? await saveAsList(event, sent.name, good, sent.requestKey)
			: [{ code: 'MISSING', message: words.noGoodRows, path: [] }];
		return refused(unsaved, { ...shown(payload.pad, sent.keep), name: sent.name });
	}
};

/** The rows of the form, then what was pasted, then the file, as one text. */
async function sentBy(event: RequestEvent) {
	const form = await event.request.formData();
	const words = messagesIn(event.locals.lang).pad;
	const parts = [textOf(writtenIn(form)), String(form.get('text') ?? '').trimEnd()];
	const problems: Problem[] = [];
	const file = form.get('file');
	if (file instanceof File && file.size > 0) {
		const read = await passOn<{ text?: string | null; problems: Problem[] }>(event, `/order-pads/text?name=${encodeURIComponent(file.name)}`, file);
		problems.push(...read.problems.map(({ code, message }) => ({ code, message, path: ['file'] })));
		parts.push(read.text ?? '');
	}
	const text = parts.filter((part) => part.trim()).join('\n');
	if (!problems.length && !text) problems.push({ code: 'MISSING', message: words.missing, path: ['text'] });
	if (text.length > mostLetters) problems.push({ code: 'TOO_LONG', message: words.tooLong, path: ['text'] });
	return { text, keep: form.get('keep') === 'yes', name: String(form.get('name') ?? ''), requestKey: String(form.get('requestKey') ?? ''), problems };
}

const ofText = (problems: Problem[]) => problems.map((problem) => ({ ...problem, path: ['text'] }));

/** Nothing that was typed or sent is lost: what could not be read stands where it can be mended. */
const again = (text: string) => ({ text, keep: false, rows: [], total: undefined, added: 0, short: [] as string[] });

const shown = (pad: PadPartsFragment, keep: boolean) => ({ text: '', keep, rows: rowsOf(pad), total: pad.total.formatted as string | undefined, added: 0, short: [] as string[] });
