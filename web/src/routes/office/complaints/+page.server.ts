import { redirect } from '@sveltejs/kit';
import { AnswerComplaintDocument, OfficeComplaintsDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	const [answered, after] = [params.has('answered'), params.get('after')];
	try {
		const { complaints, takedowns } = await query(event, OfficeComplaintsDocument, { answered, after });
		return { answered, after, complaints, down: takedowns.map(({ productId }) => productId) };
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};

export const actions: Actions = {
	answer: async (event) => {
		const field = await fieldsOf(event.request);
		const [complaint, answer] = [field('complaint'), field('answer')];
		const { problems } = await mutate(event, AnswerComplaintDocument, { input: { complaint, answer } });
		if (problems.length) return refused(problems, { complaint, typed: answer });
		redirect(303, ownPathsIn(event.locals.lang).officeComplaints({ done: 'answered' }));
	}
};
