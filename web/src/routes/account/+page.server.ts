import { redirect } from '@sveltejs/kit';
import { AccountDistrictsDocument, ActForDocument, CreateOrganisationDocument, SignOutDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { pageOfShop } from '#lib/paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { tellCart, tellOtherCart } from '#lib/server/cart-count.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { chosenOf } from './choices.ts';
import { detailNames, detailsOf, kindNames } from './kinds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { districts } = await query(event, AccountDistrictsDocument, {});
	return {
		districts,
		// Sent twice, the form makes one organisation.
		requestKey: crypto.randomUUID()
	};
};

export const actions: Actions = {
	actFor: async (event) => {
		const field = await fieldsOf(event.request);
		const { problems } = await mutate(event, ActForDocument, { input: chosenOf(field('organisation')) });
		if (problems.length) return refused(problems, { about: 'actFor', typed: undefined });
		await tellOtherCart(event);
		redirect(303, pageOfShop(field('back')) ?? ownPathsIn(event.locals.lang).account());
	},
	signOut: async (event) => {
		await mutate(event, SignOutDocument, {});
		tellCart(event, 0);
		redirect(303, ownPathsIn(event.locals.lang).home());
	},
	register: async (event) => {
		const field = await fieldsOf(event.request);
		const names = ['kind', ...detailNames, 'requestKey'] as const;
		const typed = Object.fromEntries(names.map((name) => [name, field(name)])) as Record<(typeof names)[number], string>;
		const input = {
			...detailsOf(typed),
			kind: kindNames.find((kind) => kind === typed.kind) ?? 'PRODUCER',
			requestKey: typed.requestKey || null
		};
		const { problems } = await mutate(event, CreateOrganisationDocument, { input });
		if (problems.length) return refused(problems, { about: 'register', typed });
		redirect(303, ownPathsIn(event.locals.lang).organisation({ done: 'organisation' }));
	}
};
