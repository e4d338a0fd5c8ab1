import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { OneSheetDocument, SheetProgressDocument, StartImportDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query, streamOf } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { policyOf } from '../policies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const after = event.url.searchParams.get('after') ?? '';
	const skip = /^\d{1,7}$/.test(after) ? Number(after) : 0;
	const { import: sheet } = await query(event, OneSheetDocument, { id: event.params.id, skip });
	if (!sheet) error(404, 'There is no such import.');
	return { sheet, skip, stream: streamOf(SheetProgressDocument, { id: sheet.id }) };
};

export const actions: Actions = {
	check: (event) => start(event, true),
	take: (event) => start(event, false)
};

async function start(event: RequestEvent, dryRun: boolean) {
	const field = await fieldsOf(event.request);
	const sheet = event.params.id!;
	const { problems } = await mutate(event, StartImportDocument, { input: { import: sheet, dryRun, policy: policyOf(field('policy')), requestKey: field('requestKey') || null } });
	if (problems.length) return refused(problems, {});
	redirect(303, ownPathsIn(event.locals.lang).sheet(sheet));
}
