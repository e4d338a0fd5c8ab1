/**
 * A page's data that cannot be had yet is asked for again, more and more gently. The navigation waits meanwhile, and
 * the page before it stays; Kit takes its data through `window.fetch` so that this can be done.
 */

const shortest = 2_000;
const longest = 30_000;

type Fetch = typeof window.fetch;

export interface Waiting {
	/** The page that is waited for, without its data's suffix. */
	href: string;
	/** Asks again at once. */
	again: () => void;
}

export function patient(fetch: Fetch, say: (waiting: Waiting | undefined) => void): Fetch {
	let newest = 0;
	return async (input, init) => {
		const href = pageOf(input);
		if (!href) return fetch(input, init);
		const mine = ++newest;
		for (let pause = shortest; ; pause = Math.min(pause * 2, longest)) {
			const response = await fetch(input, init).catch(() => undefined);
			const answered = response && response.status < 500;
			// Who went elsewhere meanwhile waits for that page now; Kit drops what this one brings.
			if (answered || mine !== newest) {
				if (mine === newest) say(undefined);
				return response ?? Response.error();
			}
			await new Promise<void>((again) => {
				const timer = setTimeout(again, pause);
				say({ href, again: () => (clearTimeout(timer), again()) });
			});
		}
	};
}

const suffix = /\/?__data\.json$/;

function pageOf(input: RequestInfo | URL): string | undefined {
	const url = new URL(input instanceof Request ? input.url : input, location.href);
	if (!suffix.test(url.pathname)) return undefined;
	url.pathname = url.pathname.replace(suffix, '') || '/';
	for (const name of [...url.searchParams.keys()]) {
		if (name.startsWith('x-sveltekit-')) url.searchParams.delete(name);
	}
	return url.pathname + url.search;
}
