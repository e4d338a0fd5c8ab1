import { redirect } from '@sveltejs/kit';
import { OwnEvidenceDocument, RequestEvidenceUploadDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, toSignIn, type Problem } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import { refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { hasSession } from '#lib/server/session.ts';
import { fileIn, ofFile, paperIn, sendFile, type TypedPaper } from './read.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	try {
		const { workspace } = await query(event, OwnEvidenceDocument, { after: event.url.searchParams.get('after') });
		// Sent twice, the form makes one paper.
		return { canList: workspace.canList, evidence: workspace.evidence, listings: workspace.listings.nodes, requestKey: crypto.randomUUID() };
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};

export const actions: Actions = {
	send: async (event) => {
		// Nobody's file is read into memory.
		if (!hasSession(event)) toSignIn(event);
		const words = messagesIn(event.locals.lang).evidence;
		const form = await event.request.formData().catch(() => undefined);
		if (!form) return refused([ofFile(words.tooLarge)], { typed: undefined });

		const { typed, problems: unread, input } = paperIn(form, event.locals.lang);
		const answer = (problems: Problem[]) => refused(problems, { typed: typed as TypedPaper | undefined });
		const file = fileIn(form);
		const missing = file ? unread : [ofFile(words.fileMissing), ...unread];
		if (!file || missing.length) return answer(missing);
		const requestKey = form.get('requestKey');
		const { payload, problems } = await mutate(event, RequestEvidenceUploadDocument, { input: { ...input, requestKey: requestKey ? String(requestKey) : null } });
		if (problems.length) return answer(problems);
		// Without an address the first of two sendings has made the paper.
		const faults = payload?.url ? await sendFile(event, payload.url, file) : [];
		if (faults.length) return answer(faults);
		redirect(303, ownPathsIn(event.locals.lang).evidence({ done: 'sent' }));
	}
};
