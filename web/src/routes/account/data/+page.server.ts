import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ChangeConsentDocument, EraseAccountDocument, KeepAccountDocument, PersonalDataDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { viewer, consentTexts } = await query(event, PersonalDataDocument, {});
	const now = consentTexts.map((asked) => ({ ...asked, given: viewer.consents.find(({ purpose, withdrawnAt }) => purpose === asked.purpose && !withdrawnAt) }));
	return { consents: now, before: viewer.consents.filter(({ withdrawnAt }) => withdrawnAt), erasure: viewer.erasure };
};

export const actions: Actions = {
	give: async (event) => consent(event, true),
	withdraw: async (event) => consent(event, false),
	erase: async (event) => {
		const { problems } = await mutate(event, EraseAccountDocument, { input: { currentPassword: (await fieldsOf(event.request))('currentPassword') } });
		if (problems.length) return refused(problems, { about: 'erase' as const });
		redirect(303, here(event, 'erasing'));
	},
	keep: async (event) => {
		await mutate(event, KeepAccountDocument, {});
		redirect(303, here(event, 'kept'));
	}
};

async function consent(event: RequestEvent, given: boolean) {
	const purpose = (await fieldsOf(event.request))('purpose') === 'NEWS' ? 'NEWS' : 'ACCOUNT';
	const { problems } = await mutate(event, ChangeConsentDocument, { input: { purpose, given } });
	if (problems.length) return refused(problems, { about: 'consents' as const });
	redirect(303, here(event, 'consent'));
}

const here = ({ locals }: RequestEvent, done: string) => ownPathsIn(locals.lang).personalData({ done });
