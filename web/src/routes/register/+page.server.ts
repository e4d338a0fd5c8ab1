import { redirect } from '@sveltejs/kit';
import { ConsentTextsDocument, RegisterDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { nextPage, rememberNext } from '#lib/server/next-page.ts';
import { signedInAs } from '#lib/server/visitor.ts';
import { nameOf, purposes } from './consents.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if ((await signedInAs(event)) !== undefined) redirect(303, nextPage(event));
	const { consentTexts } = await query(event, ConsentTextsDocument, {});
	return { sent: event.url.searchParams.has('sent'), next: event.url.searchParams.get('next') ?? undefined, consentTexts };
};

export const actions: Actions = {
	default: async (event) => {
		const field = await fieldsOf(event.request);
		const typed = { name: field('name'), email: field('email'), consents: purposes.filter((purpose) => field(nameOf(purpose))) };
		const { problems } = await mutate(event, RegisterDocument, { input: { ...typed, password: field('password') } });
		if (problems.length) return refused(problems, { typed });
		rememberNext(event);
		// The same page for every address: only the letter tells whether it was free.
		redirect(303, ownPathsIn(event.locals.lang).register({ sent: '1' }));
	}
};
