import { redirect, type RequestEvent } from '@sveltejs/kit';
import { KnownProducerDocument, VerifyOrganisationDocument, WaitingOrganisationsDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { internalPath } from '#lib/paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { unverifiedOrganisations, districts } = await query(event, WaitingOrganisationsDocument, {});
	return { organisations: unverifiedOrganisations.map((organisation) => ({ ...organisation, district: districts.find(({ code }) => code === organisation.districtCode)?.name })) };
};

export const actions: Actions = {
	verify: async (event) => {
		const field = await fieldsOf(event.request);
		const [organisation, entry] = [field('organisation'), field('entry').trim()];
		const known = entry ? await entryAt(event, entry) : null;
		const answer = { organisation, about: 'verify' as const, typed: entry };
		if (entry && !known) return refused([{ code: 'UNKNOWN', message: messagesIn(event.locals.lang).office.entryUnknown, path: ['entry'] }], answer);
		const { problems } = await mutate(event, VerifyOrganisationDocument, { input: { organisation, producer: known } });
		if (problems.length) return refused(problems, answer);
		redirect(303, ownPathsIn(event.locals.lang).organisations({ done: 'verified' }));
	},
	refuse: async (event) => {
		const field = await fieldsOf(event.request);
		const [organisation, refusal] = [field('organisation'), field('refusal')];
		const { problems } = await mutate(event, VerifyOrganisationDocument, { input: { organisation, refusal } });
		if (problems.length) return refused(problems, { organisation, about: 'refuse' as const, typed: refusal });
		redirect(303, ownPathsIn(event.locals.lang).organisations({ done: 'refused' }));
	}
};

/** The entry of the catalogue behind the address of a producer's page, or behind the last part of it. */
async function entryAt(event: RequestEvent, entry: string): Promise<string | undefined> {
	const path = URL.parse(entry, event.url)?.pathname ?? '';
	const [, slug = entry] = /^\/producers\/(.+)/.exec(internalPath(path) ?? '') ?? [];
	const { producer } = await query(event, KnownProducerDocument, { slug: decodeURIComponent(slug) });
	return producer?.id;
}
