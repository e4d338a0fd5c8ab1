import { redirect } from '@sveltejs/kit';
import { EvidenceQueueDocument, ReviewEvidenceDocument, type EvidenceGrade } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	const [accepted, after] = [params.has('accepted'), params.get('after')];
	try {
		const { evidenceQueue, waiting, reviewQueue } = await query(event, EvidenceQueueDocument, { state: accepted ? 'ACCEPTED' : 'IN_REVIEW', after });
		return { accepted, after, queue: evidenceQueue.page, total: evidenceQueue.total, papers: waiting.total, listings: reviewQueue.total };
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};

export const actions: Actions = {
	accept: async (event) => {
		const field = await fieldsOf(event.request);
		const [evidence, grade] = [field('evidence'), field('grade')];
		const words = messagesIn(event.locals.lang).evidence;
		const answer = { about: 'accept' as const, evidence, typed: grade };
		if (!(grade in words.grades)) return refused([{ code: 'MISSING', message: `${words.office.chooseGrade}.`, path: ['grade'] }], answer);
		const { problems } = await mutate(event, ReviewEvidenceDocument, { input: { evidence, version: Number(field('version')), grade: grade as EvidenceGrade } });
		if (problems.length) return refused(problems, answer);
		redirect(303, ownPathsIn(event.locals.lang).evidenceQueue({ done: 'accepted' }));
	},
	giveBack: async (event) => {
		const field = await fieldsOf(event.request);
		const [evidence, reason] = [field('evidence'), field('reason')];
		const { problems } = await mutate(event, ReviewEvidenceDocument, { input: { evidence, version: Number(field('version')), reason } });
		if (problems.length) return refused(problems, { about: 'giveBack' as const, evidence, typed: reason });
		redirect(303, ownPathsIn(event.locals.lang).evidenceQueue({ ...(event.url.searchParams.has('accepted') ? { accepted: '1' } : {}), done: 'evidenceReturned' }));
	}
};
