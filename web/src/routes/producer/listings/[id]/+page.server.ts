import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	ArchiveListingDocument,
	DeskCodesDocument,
	DiscardListingDocument,
	OwnListingDocument,
	PauseListingDocument,
	RestoreListingDocument,
	ResumeListingDocument,
	SaveListingDocument,
	SubmitListingDocument,
	WithdrawListingDocument,
	type ListingStepInput,
	type TypedDocumentString
} from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { named, readListing, wordsOf, written } from '#lib/server/listing-words.ts';
import type { Actions, PageServerLoad } from './$types';

const unwritten = 'new';

const step =
	<Result extends object>(document: TypedDocumentString<Result, { input: ListingStepInput }>) =>
	(event: RequestEvent, input: ListingStepInput) =>
		mutate(event, document, { input });

const steps = {
	WITHDRAW: step(WithdrawListingDocument),
	DISCARD: step(DiscardListingDocument),
	PAUSE: step(PauseListingDocument),
	RESUME: step(ResumeListingDocument),
	ARCHIVE: step(ArchiveListingDocument),
	RESTORE: step(RestoreListingDocument)
};

export const load: PageServerLoad = async (event) => {
	const id = event.params.id;
	const codes = await query(event, DeskCodesDocument, {});
	const listing = id === unwritten ? null : (await query(event, OwnListingDocument, { id })).workspace.listing;
	if (!listing && id !== unwritten) error(404, 'There is no such listing.');
	const words = wordsOf(listing?.content);
	return {
		codes,
		listing,
		words,
		written: written(words, codes),
		differences: listing?.liveContent ? named(listing.differences, codes) : [],
		// Sent twice, the form makes one listing.
		requestKey: crypto.randomUUID()
	};
};

export const actions: Actions = {
	save: async (event) => {
		const form = await event.request.formData();
		const { words, input, problems } = readListing(form, event.locals.lang);
		const answer = (refusals: Problem[]) => refused(refusals.map(shortened), { about: 'text' as const, words });
		if (problems.length) return answer(problems);

		const place = event.params.id === unwritten ? { requestKey: String(form.get('requestKey')) || null } : { listing: event.params.id, version: Number(form.get('version')) };
		const saved = await mutate(event, SaveListingDocument, { input: { ...input, ...place } });
		const listing = saved.payload?.listing;
		if (saved.problems.length || !listing) return answer(saved.problems);
		if (form.get('then') !== 'SUBMIT' || event.params.id === unwritten) redirect(303, at(event, listing.id, 'saved'));

		const submitted = await mutate(event, SubmitListingDocument, { input: { listing: listing.id, version: listing.version } });
		if (!submitted.problems.length) redirect(303, at(event, listing.id, 'SUBMIT'));
		return answer(submitted.problems);
	},
	step: async (event) => {
		const field = await fieldsOf(event.request);
		const name = field('step') as keyof typeof steps;
		if (!Object.hasOwn(steps, name)) error(400, 'There is no such step.');
		const { problems } = await steps[name](event, { listing: event.params.id, version: Number(field('version')) });
		if (problems.length) return refused(problems, { about: 'step' as const, words: undefined });
		redirect(303, at(event, event.params.id, name));
	}
};

const at = ({ locals }: RequestEvent, id: string, done: string) => ownPathsIn(locals.lang).listing(id, { done });

/** A fault of one keyword, or of one break, is shown at the field that holds all of them. */
const shortened = (problem: Problem): Problem => {
	const whole = ['keywords', 'season.blackouts', 'season.harvestMonths'].find((field) => problem.path.join('.').startsWith(`${field}.`));
	return whole ? { ...problem, path: whole.split('.') } : problem;
};
