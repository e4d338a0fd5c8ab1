import { redirect } from '@sveltejs/kit';
import { RequestImportUploadDocument, SheetsDocument, StartImportDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, toSignIn, type Problem } from '#lib/server/api.ts';
import { refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { passOn } from '#lib/server/pass-on.ts';
import { hasSession } from '#lib/server/session.ts';
import { policyOf } from './policies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => query(event, SheetsDocument, {});

export const actions: Actions = {
	default: async (event) => {
		// Nobody's file is read into memory.
		if (!hasSession(event)) toSignIn(event);
		const words = messagesIn(event.locals.lang).workspace.sheets;
		const form = await event.request.formData().catch(() => undefined);
		if (!form) return refused([ofFile(words.tooLarge)], { policy: undefined });

		const policy = policyOf(form.get('policy'));
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0) return refused([ofFile(words.fileMissing)], { policy });
		const { payload, problems } = await mutate(event, RequestImportUploadDocument, { input: { fileName: file.name } });
		if (problems.length || !payload?.url) return refused(problems.map(({ path, message, ...problem }) => (path.length ? ofFile(message) : { ...problem, path, message })), { policy });
		const sent = await passOn<{ import: string; problems: Problem[] }>(event, payload.url, file);
		if (sent.problems.length) return refused(sent.problems.map(({ message }) => ofFile(message)), { policy });
		// What was not started waits on its own page.
		await mutate(event, StartImportDocument, { input: { import: sent.import, dryRun: true, policy } });
		redirect(303, ownPathsIn(event.locals.lang).sheet(sent.import));
	}
};

const ofFile = (message: string): Problem => ({ code: 'INVALID_VALUE', message, path: ['file'] });
