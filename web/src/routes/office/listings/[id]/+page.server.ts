import { error, redirect } from '@sveltejs/kit';
import { ApproveListingDocument, DeskCodesDocument, ReturnListingDocument, ReviewedListingDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { named, wordsOf, written } from '#lib/server/listing-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { listing } = await query(event, ReviewedListingDocument, { id: event.params.id });
	if (!listing) error(404, 'There is no such listing.');
	const codes = await query(event, DeskCodesDocument, {});
	return { listing, written: written(wordsOf(listing.content), codes), differences: listing.liveContent ? named(listing.differences, codes) : [] };
};

export const actions: Actions = {
	approve: async (event) => {
		const field = await fieldsOf(event.request);
		const { problems } = await mutate(event, ApproveListingDocument, { input: { listing: event.params.id, version: Number(field('version')) } });
		if (problems.length) return refused(problems, { about: 'approve' as const, reasons: undefined });
		redirect(303, ownPathsIn(event.locals.lang).office({ done: 'approved' }));
	},
	giveBack: async (event) => {
		const form = await event.request.formData();
		const given = [...form].flatMap(([name, text]) => (name.startsWith('reason.') ? [{ field: name.slice('reason.'.length), text: String(text).trim() }] : []));
		const reasons = given.filter(({ text }) => text);
		const { problems } = await mutate(event, ReturnListingDocument, { input: { listing: event.params.id, version: Number(form.get('version')), reasons } });
		const atField = (problem: Problem): Problem => {
			const field = problem.path[0] === 'reasons' ? (reasons[Number(problem.path[1])]?.field ?? 'listing') : undefined;
			return field ? { ...problem, path: ['reason', ...field.split('.')] } : problem;
		};
		if (problems.length) return refused(problems.map(atField), { about: 'giveBack' as const, reasons: Object.fromEntries(given.map(({ field, text }) => [field, text])) });
		redirect(303, ownPathsIn(event.locals.lang).office({ done: 'returned' }));
	}
};
