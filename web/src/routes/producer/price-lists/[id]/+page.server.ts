import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { AssignPriceListDocument, BuyerOfTaxCodeDocument, PricedOffersDocument, SavePriceListDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { readPriceList, wordsOf, type PriceListWords } from '#lib/server/price-list-words.ts';
import { today } from '#lib/server/today.ts';
import type { Actions, PageServerLoad } from './$types';

const unwritten = 'new';

export const load: PageServerLoad = async (event) => {
	const { workspace } = await query(event, PricedOffersDocument, {});
	const list = workspace.priceLists.find(({ id }) => id === event.params.id);
	if (!list && event.params.id !== unwritten) error(404, 'There is no such price list.');
	return {
		list,
		offers: workspace.stock,
		words: wordsOf(list, workspace.stock, today(), event.locals.lang),
		known: workspace.buyers.filter(({ id }) => !list?.buyers.some((buyer) => buyer.id === id)),
		// Sent twice, a form makes one list, or says once who buys at it.
		requestKey: crypto.randomUUID()
	};
};

export const actions: Actions = {
	save: async (event) => {
		const form = await event.request.formData();
		const { words, input, problems, rowOf } = readPriceList(form, event.locals.lang);
		const answer = (refusals: Problem[]) => refused(refusals, { about: 'save', words: words as PriceListWords | undefined, taxCode: '' });
		if (problems.length) return answer(problems);
		const isNew = event.params.id === unwritten;
		const place = isNew ? { requestKey: String(form.get('requestKey')) || null } : { priceList: event.params.id, version: Number(form.get('version')) };
		const saved = await mutate(event, SavePriceListDocument, { input: { ...input, ...place } });
		if (saved.problems.length || !saved.payload?.priceList) return answer(saved.problems.map((problem) => ({ ...problem, path: rowOf(problem.path) })));
		redirect(303, ownPathsIn(event.locals.lang).priceList(saved.payload.priceList.id, { done: 'list' }));
	},
	assign: async (event) => {
		const field = await fieldsOf(event.request);
		const taxCode = field('taxCode').trim();
		const answer = (problems: Problem[]) => refused(problems, { about: 'assign', words: undefined as PriceListWords | undefined, taxCode });
		const words = messagesIn(event.locals.lang).workspace.prices;
		const found = taxCode ? (await query(event, BuyerOfTaxCodeDocument, { taxCode })).workspace.buyerOfTaxCode?.id : field('organisation');
		if (!found) return answer([taxCode ? { code: 'UNKNOWN', message: words.noSuchBuyer, path: ['taxCode'] } : { code: 'MISSING', message: words.chooseBuyer, path: ['organisation'] }]);
		const problems = await giveTo(event, field('requestKey'), (buyers) => [...new Set([...buyers, found])]);
		if (problems.length) return answer(problems);
		redirect(303, ownPathsIn(event.locals.lang).priceList(event.params.id, { done: 'given' }));
	},
	takeBack: async (event) => {
		const field = await fieldsOf(event.request);
		const organisation = field('organisation');
		const problems = await giveTo(event, field('requestKey'), (buyers) => buyers.filter((id) => id !== organisation));
		if (problems.length) return refused(problems, { about: 'assign', words: undefined as PriceListWords | undefined, taxCode: '' });
		redirect(303, ownPathsIn(event.locals.lang).priceList(event.params.id, { done: 'takenBack' }));
	}
};

/** Says anew who buys at the list's prices. */
async function giveTo(event: RequestEvent<{ id: string }>, requestKey: string, change: (buyers: string[]) => string[]): Promise<Problem[]> {
	const { workspace } = await query(event, PricedOffersDocument, {});
	const buyers = workspace.priceLists.find(({ id }) => id === event.params.id)?.buyers.map(({ id }) => id) ?? [];
	const { problems } = await mutate(event, AssignPriceListDocument, { input: { priceList: event.params.id, organisations: change(buyers), requestKey: requestKey || null } });
	return problems.map((problem) => ({ ...problem, path: [] }));
}
