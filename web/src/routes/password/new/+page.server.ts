import { redirect } from '@sveltejs/kit';
import { ResetPasswordDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { letterLink } from '#lib/server/letter-link.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ whole: letterLink(url) !== undefined });

export const actions: Actions = {
	default: async (event) => {
		const field = await fieldsOf(event.request);
		const { account, token } = letterLink(event.url) ?? { account: '', token: '' };
		const { problems } = await mutate(event, ResetPasswordDocument, { input: { account, token, password: field('password') } });
		if (problems.length) return refused(problems, {});
		redirect(303, ownPathsIn(event.locals.lang).signIn({ done: 'password' }));
	}
};
