import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { ChangeEvidenceDocument, OwnPaperDocument, ReplaceEvidenceDocument, WithdrawEvidenceDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, toSignIn, type Problem } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { hasSession } from '#lib/server/session.ts';
import { dayTyped } from '#lib/server/typed.ts';
import { fileIn, ofFile, paperIn, sendFile, type TypedPaper } from '../read.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { workspace } = await query(event, OwnPaperDocument, { id: event.params.id });
	const paper = workspace.evidenceFile;
	if (!paper) error(404, 'There is no such paper.');
	const { kind, title, number, issuedBy, issuedOn, expiresOn, listingId } = paper;
	const typed: TypedPaper = { kind, title, number: number ?? '', issuedBy, issuedOn: dayTyped(issuedOn), expiresOn: expiresOn ? dayTyped(expiresOn) : '', listing: listingId ?? '' };
	return { paper, typed, listings: workspace.listings.nodes };
};

type About = 'change' | 'replace' | 'withdraw';

const answer = (problems: Problem[], about: About, typed?: TypedPaper) => refused(problems, { about, typed });

export const actions: Actions = {
	change: async (event) => {
		const form = await event.request.formData();
		const { typed, problems: unread, input } = paperIn(form, event.locals.lang);
		if (unread.length) return answer(unread, 'change', typed);
		const { problems } = await mutate(event, ChangeEvidenceDocument, { input: { ...input, evidence: event.params.id, version: Number(form.get('version')) } });
		if (problems.length) return answer(problems, 'change', typed);
		redirect(303, here(event, 'changed'));
	},
	replace: async (event) => {
		// Nobody's file is read into memory.
		if (!hasSession(event)) toSignIn(event);
		const words = messagesIn(event.locals.lang).evidence;
		const form = await event.request.formData().catch(() => undefined);
		const file = form && fileIn(form);
		if (!file) return answer([ofFile(form ? words.fileMissing : words.tooLarge)], 'replace');
		const { payload, problems } = await mutate(event, ReplaceEvidenceDocument, { input: { evidence: event.params.id, version: Number(form.get('version')) } });
		if (problems.length || !payload?.url) return answer(problems, 'replace');
		const faults = await sendFile(event, payload.url, file);
		if (faults.length) return answer(faults, 'replace');
		redirect(303, here(event, 'replaced'));
	},
	withdraw: async (event) => {
		const field = await fieldsOf(event.request);
		const { problems } = await mutate(event, WithdrawEvidenceDocument, { input: { evidence: event.params.id, version: Number(field('version')) } });
		if (problems.length) return answer(problems, 'withdraw');
		redirect(303, ownPathsIn(event.locals.lang).evidence({ done: 'withdrawn' }));
	}
};

const here = ({ locals, params }: RequestEvent, done: string) => ownPathsIn(locals.lang).paper(params.id!, { done });
