import { redirect, type RequestEvent } from '@sveltejs/kit';
import { SaveListDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, type Problem } from './api.ts';

type Line = { offer: string; quantity: number };

/** Keeps lines as a new list and leads to it. Returns why they could not be kept. */
export async function saveAsList(event: RequestEvent, name: string, lines: Line[], requestKey: string): Promise<Problem[]> {
	const added = new Map<string, number>();
	for (const { offer, quantity } of lines) added.set(offer, (added.get(offer) ?? 0) + quantity);
	const input = { name, lines: [...added].map(([offer, quantity]) => ({ offer, quantity })), requestKey };
	const { payload, problems } = await mutate(event, SaveListDocument, { input });
	if (payload?.list) redirect(303, ownPathsIn(event.locals.lang).list(payload.list.id, { done: 'listSaved' }));
	return problems.map((problem) => (problem.path[0] === 'lines' ? { ...problem, path: [] } : problem));
}
