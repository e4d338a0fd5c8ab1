import { redirect } from '@sveltejs/kit';
import { RequestPasswordResetDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ sent: url.searchParams.has('sent') });

export const actions: Actions = {
	default: async (event) => {
		const typed = { email: (await fieldsOf(event.request))('email') };
		const { problems } = await mutate(event, RequestPasswordResetDocument, { input: typed });
		if (problems.length) return refused(problems, { typed });
		redirect(303, `${ownPathsIn(event.locals.lang).password()}?sent=1`);
	}
};
