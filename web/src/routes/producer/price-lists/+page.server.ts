import { redirect } from '@sveltejs/kit';
import { ProducerTermsDocument, SetSmallestOrderDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { refused } from '#lib/server/form.ts';
import { today } from '#lib/server/today.ts';
import { reader } from '#lib/server/typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { terms, priceLists } = (await query(event, ProducerTermsDocument, {})).workspace;
	const now = today();
	const standing = ({ validFrom, validTo }: (typeof priceLists)[number]) => (validFrom > now ? 'later' : validTo && validTo < now ? 'over' : 'now');
	return { terms, lists: priceLists.map((list) => ({ ...list, standing: standing(list) }) as const), requestKey: crypto.randomUUID() };
};

export const actions: Actions = {
	smallest: async (event) => {
		const read = reader(await event.request.formData(), event.locals.lang);
		const [amount, version] = [read.number('amount'), read.number('version') ?? 0];
		const problems = read.problems.length ? read.problems : (await mutate(event, SetSmallestOrderDocument, { input: { amount, version, requestKey: read.text('requestKey') || null } })).problems;
		if (problems.length) return refused(problems, { amount: read.text('amount') });
		redirect(303, ownPathsIn(event.locals.lang).priceLists({ done: 'terms' }));
	}
};
