import type { ReadonlyURLSearchParams as Params } from '$app/state';
import { isSlug } from '#lib/saved-list.ts';

export const mostCompared = 4;

// Enough to name what is unknown; nobody types more.
const mostAsked = 20;
const longestShown = 60;

/** What an address asks to compare: `p=a,b` or `p=a&p=b`, in order, each once. */
export function readChoice(params: Params): { slugs: string[]; strange: string[] } {
	const asked = params
		.getAll('p')
		.flatMap((value) => value.slice(0, 4000).split(','))
		.map((value) => value.trim())
		.filter(Boolean);
	const distinct = [...new Set(asked)].slice(0, mostAsked);
	return {
		slugs: distinct.filter(isSlug),
		strange: distinct.filter((value) => !isSlug(value)).map((value) => value.slice(0, longestShown))
	};
}

/** The query of a comparison; commas keep the address short to read and to send. */
export const choiceQuery = (slugs: readonly string[]): Record<string, string> =>
	slugs.length ? { p: slugs.join(',') } : {};
