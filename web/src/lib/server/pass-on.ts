import { API_URL } from '$app/env/private';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Problem } from './api.ts';

/** Making a picture's renditions takes longer than any question; the door waits half a minute. */
const patience = 28_000;

/** Sends a file on to the address that the API gave for it; answers with what became of it and what was wrong with it. */
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
		console.error(`API: a file could not be passed on: ${String((cause as Error).cause ?? cause)}`);
		error(503, 'The catalogue cannot be reached.');
	}
}
