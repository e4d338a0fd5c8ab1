import { API_TIMEOUT_MS, API_URL, STOREFRONT_KEY } from '$app/env/private';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { TypedDocumentString } from '#lib/gql/graphql.ts';

type Visit = Pick<RequestEvent, 'locals' | 'getClientAddress' | 'request'>;
type ApiError = { message: string; extensions?: { code?: string; traceId?: string } };
type Answer<Result> = { data?: Result | null; errors?: ApiError[] };

/** The API understood the request and refuses its values. The message is in the page's language. */
export class BadInput extends Error {
	override name = 'BadInput';
}

const inputCodes = /^(BAD_USER_INPUT|INVALID_\w+)$/;

/** The only way to the API. Sends the document's hash, never its text. */
export async function query<Result, Variables>(
	visit: Visit,
	document: TypedDocumentString<Result, Variables>,
	variables: Variables
): Promise<Result> {
	const { documentId } = document.__meta__ as { documentId: string };
	const response = await send(visit, JSON.stringify({ documentId, variables }));

	if (response.status === 429 || response.status >= 500) {
		throw down(visit, `${documentId} answered ${response.status}`);
	}
	// Said of less than the whole: right for whoever asks now, and not to be kept for others.
	if (response.headers.has('x-search-limited')) visit.locals.incomplete = true;
	const answer = await read<Result>(visit, response, documentId);
	const refused = answer.errors?.find(({ extensions }) => inputCodes.test(extensions?.code ?? ''));
	if (refused) throw new BadInput(refused.message);
	if (answer.errors?.length || !answer.data) {
		visit.locals.incomplete = true;
		// Codes and trace ids only: a message may quote what a visitor typed.
		const faults = answer.errors?.map(({ extensions }) => extensions) ?? [];
		console.error(`API: ${documentId} answered ${response.status}:`, JSON.stringify(faults));
		error(502, 'The catalogue gave an answer that could not be read.');
	}
	return answer.data;
}

async function send(visit: Visit, body: string): Promise<Response> {
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
				...(trace ? { traceparent: trace } : {}),
				...(STOREFRONT_KEY ? { 'x-storefront-key': STOREFRONT_KEY } : {})
			},
			signal: AbortSignal.timeout(API_TIMEOUT_MS)
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
