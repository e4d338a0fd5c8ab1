import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { ArrangePicturesDocument, OwnPicturesDocument, RemovePictureDocument, RequestPictureUploadDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, toSignIn, type Problem } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { passOn } from '#lib/server/pass-on.ts';
import { hasSession } from '#lib/server/session.ts';
import { reader } from '#lib/server/typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { listing } = (await query(event, OwnPicturesDocument, { id: event.params.id })).workspace;
	if (!listing) error(404, 'There is no such listing.');
	return { listing };
};

export const actions: Actions = {
	send: async (event) => {
		// Nobody's file is read into memory.
		if (!hasSession(event)) toSignIn(event);
		const words = messagesIn(event.locals.lang).desk;
		const form = await event.request.formData().catch(() => undefined);
		if (!form) return refused([ofFile(words.fileTooLarge)], { about: 'send' as const, alt: undefined });

		const read = reader(form, event.locals.lang);
		const alt = { vi: read.text('alt.vi'), en: read.text('alt.en') };
		const answer = (problems: Problem[]) => refused(problems, { about: 'send' as const, alt });
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0) return answer([ofFile(words.fileMissing)]);
		const { payload, problems } = await mutate(event, RequestPictureUploadDocument, { input: { listing: event.params.id, alt: read.both('alt') } });
		if (problems.length || !payload?.url) return answer(problems);
		const { problems: refusals } = await passOn(event, payload.url, file);
		if (refusals.length) return answer(refusals.map(({ message }) => ofFile(message)));
		redirect(303, here(event, 'picture'));
	},
	arrange: async (event) => {
		const form = await event.request.formData();
		const read = reader(form, event.locals.lang);
		const pictures = form.getAll('picture').map((picture) => ({ picture: String(picture), alt: read.both(`alt.${String(picture)}`) }));
		const [, step, at] = /^(earlier|later)-(\d+)$/.exec(read.text('move')) ?? [];
		const from = Number(at);
		const moved = step ? pictures.splice(from, 1) : [];
		if (moved.length) pictures.splice(Math.max(0, step === 'earlier' ? from - 1 : from + 1), 0, ...moved);
		const { problems } = await mutate(event, ArrangePicturesDocument, { input: { listing: event.params.id, pictures } });
		if (problems.length) return refused(problems.map((problem) => ofPicture(problem, pictures)), { about: 'arrange' as const, alt: undefined });
		redirect(303, here(event, 'arranged'));
	},
	remove: async (event) => {
		const field = await fieldsOf(event.request);
		const { problems } = await mutate(event, RemovePictureDocument, { input: { picture: field('picture') } });
		if (problems.length) return refused(problems, { about: 'arrange' as const, alt: undefined });
		redirect(303, here(event, 'removed'));
	}
};

const here = ({ locals, params }: RequestEvent, done: string) => ownPathsIn(locals.lang).pictures(params.id!, { done });

const ofFile = (message: string): Problem => ({ code: 'INVALID_VALUE', message, path: ['file'] });

/** The API counts places; the form knows its fields by their pictures. */
const ofPicture = (problem: Problem, pictures: { picture: string }[]): Problem => {
	const picture = problem.path[2] === 'alt' ? pictures[Number(problem.path[1])]?.picture : undefined;
	return picture ? { ...problem, path: ['alt', picture, 'vi'] } : { ...problem, path: [] };
};
