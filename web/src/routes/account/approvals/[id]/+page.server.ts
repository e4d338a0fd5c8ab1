import { redirect } from '@sveltejs/kit';
import { AddApprovalToCartDocument, ApprovalDocument, ApproveOrderDocument, DeclineOrderDocument, WithdrawApprovalDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { tellOtherCart } from '#lib/server/cart-count.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { approval } = await query(event, ApprovalDocument, { id: event.params.id });
	if (!approval) redirect(303, ownPathsIn(event.locals.lang).approvals());
	return { approval, requestKey: crypto.randomUUID() };
};

export const actions: Actions = {
	approve: async (event) => {
		const { field, input } = await deedOf(event);
		const { payload, problems } = await mutate(event, ApproveOrderDocument, { input: { ...input, expectedTotal: Number(field('expectedTotal')) || 0 } });
		if (!payload?.orderGroup) return refused(problems, { about: 'approve', typed: '' });
		redirect(303, ownPathsIn(event.locals.lang).order(payload.orderGroup.code, { done: 'placed' }));
	},
	decline: async (event) => {
		const { field, input } = await deedOf(event);
		const reason = field('reason');
		const { problems } = await mutate(event, DeclineOrderDocument, { input: { ...input, reason } });
		if (problems.length) return refused(problems, { about: 'decline', typed: reason });
		redirect(303, ownPathsIn(event.locals.lang).approval(event.params.id, { done: 'declined' }));
	},
	withdraw: async (event) => {
		const { problems } = await mutate(event, WithdrawApprovalDocument, { input: (await deedOf(event)).input });
		if (problems.length) return refused(problems, { about: 'approve', typed: '' });
		redirect(303, ownPathsIn(event.locals.lang).approval(event.params.id, { done: 'takenBack' }));
	},
	toCart: async (event) => {
		const requestKey = (await fieldsOf(event.request))('requestKey') || null;
		const { payload, problems } = await mutate(event, AddApprovalToCartDocument, { input: { approval: event.params.id, requestKey } });
		if (problems.length) return refused(problems, { about: 'approve', typed: '' });
		await tellOtherCart(event);
		if (payload?.leftOut.length) return { problems, about: 'toCart', typed: '', refill: payload };
		redirect(303, ownPathsIn(event.locals.lang).cart({ done: 'list' }));
	}
};

/** Which request is decided, as it was seen. */
async function deedOf(event: RequestEvent) {
	const field = await fieldsOf(event.request);
	return { field, input: { approval: event.params.id, version: Number(field('version')), requestKey: field('requestKey') } };
}
