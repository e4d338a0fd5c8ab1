import { AuditLogDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import { changesOf } from './changes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const asked = (name: string) => event.url.searchParams.get(name) || null;
	const [subject, action] = [asked('subject'), asked('action')];
	try {
		const { auditLog } = await query(event, AuditLogDocument, { subject, action, after: asked('after') });
		const { nodes, hasNextPage, endCursor } = auditLog;
		return {
			subject,
			action,
			next: hasNextPage ? endCursor : undefined,
			entries: nodes.map(({ before, after, ...entry }) => ({ ...entry, changes: changesOf(before, after) }))
		};
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};
