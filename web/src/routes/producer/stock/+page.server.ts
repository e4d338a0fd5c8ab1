import { redirect } from '@sveltejs/kit';
import { StockDocument, UpdateStockDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { reader } from '#lib/server/typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ lines: (await query(event, StockDocument, {})).workspace.stock });

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const read = reader(form, event.locals.lang);
		const typed: Record<string, { stock: string; unitPrice: string }> = {};
		const changed: { offer: string; version: number; stock: number | null; unitPrice: number | null }[] = [];
		for (const offer of form.getAll('offer').map(String)) {
			const words = (typed[offer] = { stock: read.text(`${offer}.stock`), unitPrice: read.text(`${offer}.unitPrice`) });
			const [version, stock, price] = read.text(`${offer}.was`).split(' ');
			// A row that nobody touched is not sent, so that it cannot clash with what others do meanwhile.
			if (words.stock === stock && words.unitPrice === price) continue;
			// Both, changed or not: they are the producer's own word then (Offer.Change).
			changed.push({ offer, version: Number(version), stock: required(`${offer}.stock`), unitPrice: required(`${offer}.unitPrice`) });
		}
		if (read.problems.length) return refused(read.problems, { typed });
		if (changed.length) {
			const { problems } = await mutate(event, UpdateStockDocument, { input: { rows: changed } });
			if (problems.length) return refused(problems.map(inRow), { typed });
		}
		redirect(303, ownPathsIn(event.locals.lang).stock({ done: 'stock' }));

		function required(name: string) {
			const number = read.number(name);
			if (number === null && !read.text(name)) read.problems.push({ code: 'MISSING', message: messagesIn(event.locals.lang).desk.notNumber, path: name.split('.') });
			return number;
		}

		/** The API counts the rows that it was given; the form knows its rows by their offers. */
		function inRow(problem: Problem): Problem {
			const [rows, at, column] = problem.path;
			const offer = rows === 'rows' ? changed[Number(at)]?.offer : undefined;
			const message = column === 'version' ? messagesIn(event.locals.lang).workspace.stock.changed : problem.message;
			return offer ? { code: column === 'version' ? 'ROW_CHANGED' : problem.code, message, path: [offer, column === 'unitPrice' ? 'unitPrice' : 'stock'] } : problem;
		}
	}
};
