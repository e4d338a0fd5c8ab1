import { API_URL } from '$app/env/private';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Problem } from './api.ts';
import { messagesIn } from './messages.ts';

/** Making a picture's renditions takes longer than any question; the door waits half a minute. */
const patience = 28_000;

/**
 * Sends a file on to the address that the API gave for it; answers with what became of it and what was wrong with it. A file that is still being
 * worked on after our patience may yet arrive: whoever sent it looks before sending it again.
 */
export async function passOn<Answer extends { problems: Problem[] }>({ locals }: Pick<RequestEvent, 'locals'>, url: string, file: File): Promise<Answer> {
	try {
		const answer = await fetch(new URL(url, API_URL), {
			method: 'PUT',
			body: file,
			headers: { 'accept-language': locals.lang },
			signal: AbortSignal.timeout(patience)
		});
		return (await answer.json()) as Answer;
	} catch (cause) {
		if (cause instanceof DOMException && cause.name === 'TimeoutError') {
			const late: Problem = { code: 'STILL_AT_WORK', message: messagesIn(locals.lang).desk.stillAtWork, path: ['file'] };
			return { problems: [late] } as Answer;
		}
		console.error(`API: a file could not be passed on: ${String((cause as Error).cause ?? cause)}`);
		error(503, 'The catalogue cannot be reached.');
	}
}
