import type { RequestEvent } from '@sveltejs/kit';
import type { EvidenceKind } from '#lib/gql/graphql.ts';
import type { Problem } from '#lib/server/api.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { passOn } from '#lib/server/pass-on.ts';
import { reader } from '#lib/server/typed.ts';
import type { Language } from '#lib/paths.ts';

export type TypedPaper = Record<'listing' | 'kind' | 'title' | 'number' | 'issuedBy' | 'issuedOn' | 'expiresOn', string>;

/** What was typed of a paper, as it was typed and as the API takes it. */
export function paperIn(form: FormData, lang: Language) {
	const read = reader(form, lang);
	const text = read.text;
	const typed: TypedPaper = {
		listing: text('listing'),
		kind: text('kind'),
		title: text('title'),
		number: text('number'),
		issuedBy: text('issuedBy'),
		issuedOn: text('issuedOn'),
		expiresOn: text('expiresOn')
	};
	const { evidence, desk } = messagesIn(lang);
	const issuedOn = read.day('issuedOn');
	const expiresOn = typed.expiresOn ? read.day('expiresOn') : null;
	const problems: Problem[] = typed.kind in evidence.kinds ? read.problems : [{ code: 'MISSING', message: `${evidence.chooseKind}.`, path: ['kind'] }, ...read.problems];
	return {
		typed,
		problems: problems.map((problem) => (problem.path[0] === 'issuedOn' && !typed.issuedOn ? { ...problem, message: desk.notDay('…') } : problem)),
		input: { listing: typed.listing || null, kind: typed.kind as EvidenceKind, title: typed.title, number: typed.number || null, issuedBy: typed.issuedBy, issuedOn, expiresOn }
	};
}

/** The file that was chosen; nothing where none was. */
export const fileIn = (form: FormData) => {
	const file = form.get('file');
	return file instanceof File && file.size > 0 ? file : undefined;
};

export const ofFile = (message: string): Problem => ({ code: 'INVALID_VALUE', message, path: ['file'] });

/** Sends the file on; what is wrong with it is told beside its field. */
export async function sendFile(event: RequestEvent, url: string, file: File): Promise<Problem[]> {
	const { problems } = await passOn(event, url, file);
	return problems.map(({ message }) => ofFile(message));
}
