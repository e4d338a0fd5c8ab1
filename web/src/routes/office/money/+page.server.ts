import { redirect } from '@sveltejs/kit';
import { AssignTransferDocument, OfficeMoneyDocument, RecordRefundDocument, SettlePaymentRecordDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { moneyForPeople } = await query(event, OfficeMoneyDocument, {});
	// Sent twice, a form settles once and is answered alike.
	return { money: moneyForPeople, requestKey: crypto.randomUUID() };
};

export const actions: Actions = {
	settle: async (event) => {
		const field = await fieldsOf(event.request);
		const [of, note] = [field('event'), field('note')];
		const { problems } = await mutate(event, SettlePaymentRecordDocument, { input: { gateway: field('gateway'), event: of, note, requestKey: field('requestKey') || null } });
		if (problems.length) return refused(problems, { about: 'settle', of, typed: { note } as Record<string, string> });
		redirect(303, ownPathsIn(event.locals.lang).money({ done: 'settled' }));
	},
	assign: async (event) => {
		const field = await fieldsOf(event.request);
		const [of, number] = [field('event'), field('number')];
		const { problems } = await mutate(event, AssignTransferDocument, { input: { gateway: field('gateway'), event: of, number, requestKey: field('requestKey') || null } });
		if (problems.length) return refused(problems, { about: 'assign', of, typed: { number } as Record<string, string> });
		redirect(303, ownPathsIn(event.locals.lang).money({ done: 'assigned' }));
	},
	sentBack: async (event) => {
		const field = await fieldsOf(event.request);
		const [of, amount, reference] = [field('refund'), field('amount'), field('reference')];
		// As people write it: 3.000, 3,000 or 3 000 ₫.
		const { problems } = await mutate(event, RecordRefundDocument, { input: { refund: of, amount: Number(amount.replace(/\D/g, '')), reference, requestKey: field('requestKey') || null } });
		if (problems.length) return refused(problems, { about: 'sentBack', of, typed: { amount, reference } as Record<string, string> });
		redirect(303, ownPathsIn(event.locals.lang).money({ done: 'sentBack' }));
	}
};
