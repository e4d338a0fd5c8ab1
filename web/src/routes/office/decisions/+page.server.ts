import { createHash } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { CheckDecisionDocument, MayRecordDocument, RecordDecisionDocument, type CheckDecisionQuery, type EvidenceGrade } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { beginningOf, rowsIn, rowsOf, starsIn, type Row } from '#lib/server/decision-sheet.ts';
import { refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { reader } from '#lib/server/typed.ts';
import type { Actions, PageServerLoad } from './$types';

const mostRows = 500;

type Sheet = Awaited<ReturnType<typeof sheetOf>>;
type Found = CheckDecisionQuery['checkDecision']['rows'][number];

export const load: PageServerLoad = async (event) => {
	await query(event, MayRecordDocument, {});
	// Sent twice, the form records once.
	return { requestKey: crypto.randomUUID() };
};

export const actions: Actions = {
	check: async (event) => check(event, await sheetOf(event)),
	record: async (event) => {
		const sheet = await sheetOf(event);
		// Only what somebody has looked at is recorded: what was changed since is checked and shown first.
		if (sheet.pasted || sheet.seal !== sealOf(sheet.words, sheet.rows)) return check(event, sheet);
		const products = sheet.rows.map(({ productId, number, stars, olderId }) => ({ product: productId, number, stars: starsIn(stars), supersedes: olderId || null }));
		const { problems } = await mutate(event, RecordDecisionDocument, { input: { ...headOf(sheet), products, requestKey: sheet.requestKey || null } });
		if (problems.length) return check(event, sheet, problems);
		const number = beginningOf(sheet.rows.map((row) => row.number));
		redirect(303, ownPathsIn(event.locals.lang).certificates({ ...(number ? { number } : { days: 'all' }), done: 'recorded' }));
	}
};

async function sheetOf({ request, locals }: RequestEvent) {
	const form = await request.formData();
	const read = reader(form, locals.lang);
	const words = { decisionNumber: read.text('decisionNumber'), issuer: read.text('issuer'), issuedOn: read.text('issuedOn'), evidenceGrade: read.text('evidenceGrade') };
	return { words, rows: rowsOf(form), pasted: read.text('pasted'), day: read.day('issuedOn'), problems: read.problems, seal: read.text('seal'), requestKey: read.text('requestKey') };
}

const headOf = ({ words, day }: Sheet) => ({ decisionNumber: words.decisionNumber || null, issuer: words.issuer, issuedOn: day, evidenceGrade: words.evidenceGrade as EvidenceGrade });

/** Has every row looked up. What the API said before, when it would not record it, is told where the check finds nothing. */
async function check(event: RequestEvent, sheet: Sheet, before: Problem[] = []) {
	const { decision } = messagesIn(event.locals.lang).office;
	const rows = [...sheet.rows, ...rowsIn(sheet.pasted)];
	const open = rows.length > mostRows ? [...sheet.problems, { code: 'TOO_LONG', message: decision.tooMany(String(mostRows)), path: ['pasted'] }] : sheet.problems;
	if (open.length) return unchecked(open);

	const products = rows.map(({ product, number, stars, supersedes }) => ({ product, number, stars: starsIn(stars), supersedes: supersedes || null }));
	const { payload, problems } = await mutate(event, CheckDecisionDocument, { input: { ...headOf(sheet), products } });
	if (!payload) return unchecked(problems);

	const found = rows.map((row, at) => ({ ...row, productId: payload.rows[at]?.productId ?? '', olderId: payload.rows[at]?.supersedes?.id ?? '' }));
	const faults = problems.length ? problems.map(atRow) : before;
	const answer = { words: sheet.words, rows: found.map((row, at) => ({ row, found: payload.rows[at] })), pasted: '', seal: faults.length ? '' : sealOf(sheet.words, found) };
	return faults.length ? refused(faults, answer) : { problems: faults, ...answer };

	function unchecked(problems: Problem[]) {
		return refused(problems, { words: sheet.words, rows: sheet.rows.map((row) => ({ row, found: undefined as Found | undefined })), pasted: sheet.pasted, seal: '' });
	}

	/** A fault says its line; one of the rows as a whole is told where they are pasted. */
	function atRow(problem: Problem): Problem {
		const [products, at, column] = problem.path;
		if (products !== 'products') return problem;
		if (at === undefined) return { ...problem, path: ['pasted'] };
		const message = column === 'stars' && !starsIn(rows[Number(at)]!.stars) ? decision.starsUnreadable : problem.message;
		return { ...problem, message: decision.atLine(String(Number(at) + 1), message) };
	}
}

const sealOf = (words: Sheet['words'], rows: Row[]) => createHash('sha256').update(JSON.stringify([words, rows])).digest('base64url');
