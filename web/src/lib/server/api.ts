import { API_TIMEOUT_MS, API_URL, STOREFRONT_KEY } from '$app/env/private';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { TypedDocumentString } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { relaySession, sessionOf } from './session.ts';

type Visit = Pick<RequestEvent, 'locals' | 'getClientAddress' | 'request' | 'cookies' | 'url'>;
type ApiError = { message: string; extensions?: { code?: string; traceId?: string } };
type Answer<Result> = { data?: Result | null; errors?: ApiError[] };

/** The API understood the request and refuses its values. The message is in the page's language. */
export class BadInput extends Error {
	override name = 'BadInput';
}

/** Why a change was not made; the path leads to the field of the form. The message is in the page's language. */
export type Problem = { code: string; message: string; path: string[] };

const inputCodes = /^(BAD_USER_INPUT|INVALID_\w+)$/;

/** The only way to the API. Sends the document's hash, never its text. A question that takes its time says how many milliseconds it may take. */
export async function query<Result, Variables>(
	visit: Visit,
	document: TypedDocumentString<Result, Variables>,
	variables: Variables,
	patience = API_TIMEOUT_MS
): Promise<Result> {
	const { answer, limited } = await ask(visit, document, variables, patience);
	// Said of less than the whole: right for whoever asks now, and not to be kept for others.
	if (limited) visit.locals.incomplete = true;
	const refused = answer.errors?.find(({ extensions }) => inputCodes.test(extensions?.code ?? ''));
	if (refused) throw new BadInput(refused.message);
	return dataOf(visit, document, answer);
}

/**
 * A change that a form asks for: what the API answers, and every reason why it was not made. Whoever is not signed in any
 * more goes to do so and comes back to this page.
 */
export async function mutate<Result extends object, Variables>(
	visit: Visit,
	document: TypedDocumentString<Result, Variables>,
	variables: Variables
): Promise<{ payload?: Payload<Result>; problems: Problem[] }> {
	const { answer } = await ask(visit, document, variables);
	const refused = answer.errors?.find(({ extensions }) => refusals.test(extensions?.code ?? ''));
	if (refused) return { problems: [{ code: refused.extensions!.code!, message: refused.message, path: [] }] };
	const payload = Object.values(dataOf(visit, document, answer))[0] as Payload<Result>;
	return { payload, problems: payload.problems };
}

type Payload<Result> = Result[keyof Omit<Result, '__typename'> & keyof Result] & { problems: Problem[] };

/** What whoever sent the form can do something about. */
const refusals = /^(RATE_LIMITED|BAD_USER_INPUT|INVALID_\w+)$/;

async function ask<Result, Variables>(visit: Visit, document: TypedDocumentString<Result, Variables>, variables: Variables, patience = API_TIMEOUT_MS) {
	const documentId = idOf(document);
	const response = await send(visit, JSON.stringify({ documentId, variables }), patience);
	if (visit.locals.own) relaySession(visit, response);
	if (response.status >= 500 || (response.status === 429 && !visit.locals.own)) {
		throw down(visit, `${documentId} answered ${response.status}`);
	}
	const answer = await read<Result>(visit, response, documentId);
	const has = (code: string) => answer.errors?.find(({ extensions }) => extensions?.code === code);
	if (has('UNAUTHENTICATED')) throw toSignIn(visit);
	const forbidden = has('FORBIDDEN');
	if (forbidden) error(403, forbidden.message);
	return { answer, limited: response.headers.has('x-search-limited') };
}

/** Where a browser hears of a subscription: by GET, with the document's hash. */
export const streamOf = <Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables) =>
	`/graphql?${new URLSearchParams({ documentId: idOf(document), variables: JSON.stringify(variables) })}`;

/** Leads to the sign-in page, and from there back to this one. */
export function toSignIn({ url, locals }: Pick<Visit, 'url' | 'locals'>): never {
	const back = new URL(url);
	for (const name of [...back.searchParams.keys()]) if (name.startsWith('/') || name === 'done') back.searchParams.delete(name);
	redirect(303, ownPathsIn(locals.lang).signIn({ next: back.pathname + back.search }));
}

function dataOf<Result, Variables>(visit: Visit, document: TypedDocumentString<Result, Variables>, answer: Answer<Result>): Result {
	if (answer.errors?.length || !answer.data) {
		visit.locals.incomplete = true;
		// Codes and trace ids only: a message may quote what a visitor typed.
		const faults = answer.errors?.map(({ extensions }) => extensions) ?? [];
		console.error(`API: ${idOf(document)} answered:`, JSON.stringify(faults));
		error(502, 'The catalogue gave an answer that could not be read.');
	}
	return answer.data;
}

const idOf = (document: { __meta__?: Record<string, unknown> }) => document.__meta__!.documentId as string;

async function send(visit: Visit, body: string, patience: number): Promise<Response> {
	// The door names the trace; what the API does for this page belongs to it.
	const trace = visit.request.headers.get('traceparent');
	try {
		return await fetch(API_URL, {
			method: 'POST',
			body,
			headers: {
				'content-type': 'application/json',
				accept: 'application/graphql-response+json',
				'accept-language': visit.locals.lang,
				'x-forwarded-for': visit.getClientAddress(),
				...(visit.locals.own ? sessionOf(visit) : {}),
				...(trace ? { traceparent: trace } : {}),
				...(STOREFRONT_KEY ? { 'x-storefront-key': STOREFRONT_KEY } : {})
			},
			signal: AbortSignal.timeout(patience)
		});
	} catch (cause) {
		// fetch says only that it failed; why is one level down.
		throw down(visit, String((cause as Error).cause ?? cause));
	}
}

async function read<Result>(visit: Visit, response: Response, documentId: string): Promise<Answer<Result>> {
	try {
		return (await response.json()) as Answer<Result>;
	} catch (cause) {
		throw down(visit, `${documentId}: ${String(cause)}`);
	}
}

function down(visit: Visit, why: string): never {
	visit.locals.incomplete = true;
	console.error(`API: ${why}`);
	error(503, 'The catalogue cannot be reached.');
}
