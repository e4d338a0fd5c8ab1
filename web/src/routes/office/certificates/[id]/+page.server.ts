import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { ExtendCertificateDocument, FileRenewalDocument, RegisterEntryDocument, RevokeCertificateDocument, type RevocationGround } from '#lib/gql/graphql.ts';
import { i18n } from '#lib/i18n.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { today } from '#lib/server/today.ts';
import { reader } from '#lib/server/typed.ts';
import { historyOf } from '../../../verify/explain.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { registerEntry: entry } = await query(event, RegisterEntryDocument, { id: event.params.id });
	if (!entry) error(404, 'There is no such certificate.');
	const words = messagesIn(event.locals.lang);
	const { grounds } = words.office.register;
	const events = entry.events.map((happened) => ({ ...happened, label: happened.ground ? `${happened.label}: ${grounds[happened.ground]}` : happened.label }));
	return { entry, history: historyOf({ ...entry, events }, i18n(event.locals.lang, () => words)), today: today() };
};

export const actions: Actions = {
	renew: async (event) => {
		const { read, typed } = await formOf(event, 'evidence');
		const { problems } = await mutate(event, FileRenewalDocument, { input: { certificate: event.params.id, evidence: read.text('evidence') } });
		if (problems.length) return refused(problems, { about: 'renew' as const, typed });
		redirect(303, here(event, 'renewed'));
	},
	extend: async (event) => {
		const { read, typed } = await formOf(event, 'until', 'evidence');
		const input = { certificate: event.params.id, until: read.day('until'), evidence: read.text('evidence') };
		const problems = read.problems.length ? read.problems : (await mutate(event, ExtendCertificateDocument, { input })).problems;
		if (problems.length) return refused(problems.map(atDay), { about: 'extend' as const, typed });
		redirect(303, here(event, 'extended'));
	},
	revoke: async (event) => {
		const { read, typed } = await formOf(event, 'ground', 'reason', 'sure');
		const words = messagesIn(event.locals.lang).office.register;
		const missing = (field: string, message: string): Problem => ({ code: 'MISSING', message, path: [field] });
		const open = [
			...(Object.hasOwn(words.grounds, read.text('ground')) ? [] : [missing('ground', words.groundMissing)]),
			...(read.text('sure') ? [] : [missing('sure', words.sureMissing)])
		];
		const input = { certificate: event.params.id, ground: read.text('ground') as RevocationGround, reason: read.text('reason') };
		const problems = open.length ? open : (await mutate(event, RevokeCertificateDocument, { input })).problems;
		if (problems.length) return refused(problems, { about: 'revoke' as const, typed });
		redirect(303, here(event, 'revoked'));
	}
};

async function formOf({ request, locals }: RequestEvent, ...names: string[]) {
	const read = reader(await request.formData(), locals.lang);
	return { read, typed: Object.fromEntries(names.map((name) => [name, read.text(name)])) };
}

const here = ({ locals, params }: RequestEvent, done: string) => ownPathsIn(locals.lang).certificate(params.id!, { done });

/** What the law says against an extension is about its day. */
const atDay = (problem: Problem): Problem => (problem.code === 'EXTENSION_REFUSED' ? { ...problem, path: ['until'] } : problem);
