import { redirect } from '@sveltejs/kit';
import { CompleteSignInDocument, SignInDocument } from '#lib/gql/graphql.ts';
import { mutate } from '#lib/server/api.ts';
import { tellOtherCart } from '#lib/server/cart-count.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { nextPage } from '#lib/server/next-page.ts';
import { signedInAs } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	// Somebody invited under another address signs in anew though signed in.
	if (!params.has('anew') && (await signedInAs(event)) !== undefined) redirect(303, nextPage(event));
	return { next: params.get('next') ?? undefined, passwordSet: params.get('done') === 'password' };
};

export const actions: Actions = {
	// Both steps are one action: its address keeps where to go on afterwards.
	default: async (event) => {
		const field = await fieldsOf(event.request);
		const secondStep = field('secondStep');
		if (secondStep) {
			const { problems } = await mutate(event, CompleteSignInDocument, { input: { secondStep, code: field('code') } });
			if (problems.length) return refused(problems, { secondStep, typed: undefined });
			await tellOtherCart(event);
			redirect(303, nextPage(event));
		}

		const typed = { email: field('email') };
		const { payload, problems } = await mutate(event, SignInDocument, { input: { ...typed, password: field('password') } });
		if (problems.length) return refused(problems, { typed, secondStep: undefined });
		if (payload?.secondStep) return { secondStep: payload.secondStep };
		await tellOtherCart(event);
		redirect(303, nextPage(event));
	}
};
