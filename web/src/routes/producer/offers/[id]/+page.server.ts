import { error, redirect } from '@sveltejs/kit';
import { OwnOffersDocument, SaveOfferDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { refused } from '#lib/server/form.ts';
import { readOffer, wordsOf } from '#lib/server/offer-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { listing } = (await query(event, OwnOffersDocument, { id: event.params.id })).workspace;
	if (!listing) error(404, 'There is no such listing.');
	return {
		listing,
		offers: listing.offers.map((offer) => ({ offer, words: wordsOf(offer) })),
		fresh: wordsOf(undefined),
		// Sent twice, the form makes one offer.
		requestKey: crypto.randomUUID()
	};
};

export const actions: Actions = {
	save: async (event) => {
		const form = await event.request.formData();
		const offer = String(form.get('offer') ?? '');
		const { words, input, problems, rowOf } = readOffer(form, event.locals.lang);
		const answer = (refusals: Problem[]) => refused(refusals, { offer, words });
		if (problems.length) return answer(problems);
		const { pack, unit, ...terms } = input;
		const place = offer ? { offer, version: Number(form.get('version')) } : { listing: event.params.id, pack, unit, requestKey: String(form.get('requestKey')) || null };
		const saved = await mutate(event, SaveOfferDocument, { input: { ...terms, ...place } });
		if (saved.problems.length) return answer(saved.problems.map((problem) => ({ ...problem, path: rowOf(problem.path) })));
		redirect(303, ownPathsIn(event.locals.lang).offers(event.params.id, { done: 'offer' }));
	}
};
