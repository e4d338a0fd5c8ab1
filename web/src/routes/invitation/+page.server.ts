import { redirect } from '@sveltejs/kit';
import { AcceptInvitationDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate } from '#lib/server/api.ts';
import { refused } from '#lib/server/form.ts';
import { signedInAs } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	whole: Boolean(event.url.searchParams.get('secret')),
	here: event.url.pathname + event.url.search,
	email: await signedInAs(event)
});

export const actions: Actions = {
	default: async (event) => {
		const secret = event.url.searchParams.get('secret') ?? '';
		const { problems } = await mutate(event, AcceptInvitationDocument, { input: { secret } });
		if (problems.length) return refused(problems, {});
		redirect(303, ownPathsIn(event.locals.lang).organisation({ done: 'joined' }));
	}
};
