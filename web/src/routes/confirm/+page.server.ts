import { redirect } from '@sveltejs/kit';
import { ConfirmEmailDocument } from '#lib/gql/graphql.ts';
import { mutate } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { letterLink } from '#lib/server/letter-link.ts';
import { rememberedNext } from '#lib/server/next-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ whole: letterLink(url) !== undefined });

export const actions: Actions = {
	default: async (event) => {
		const field = await fieldsOf(event.request);
		const { account, token } = letterLink(event.url) ?? { account: '', token: '' };
		const { problems } = await mutate(event, ConfirmEmailDocument, { input: { account, token, password: field('password') } });
		if (problems.length) return refused(problems, {});
		redirect(303, rememberedNext(event));
	}
};
