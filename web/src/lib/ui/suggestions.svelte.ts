import type { SuggestQuery } from '#lib/gql/graphql.ts';
import type { Language } from '#lib/paths.ts';

export type Suggestion = SuggestQuery['suggest'][number];

const pause = 160;
// Phones compose every word; there somebody who rests in the middle of one waits for help.
const composingPause = 700;

/** What a search box offers while somebody types: one request at a time, the newest wins. */
export class Suggestions {
	items = $state.raw<Suggestion[]>([]);
	/** The one the arrow keys stand on, or -1 for the typed text itself. */
	active = $state(-1);
	open = $state(false);

	#lang: Language;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#request: AbortController | undefined;

	constructor(lang: Language) {
		this.#lang = lang;
	}

	/** While an input method still composes a syllable, its letters are not what the person means. */
	ask(text: string, composing: boolean) {
		this.#stop();
		this.active = -1;
		if (!text.trim()) return this.close();
		this.#timer = setTimeout(() => void this.#fetch(text), composing ? composingPause : pause);
	}

	move(step: 1 | -1) {
		if (!this.items.length) return;
		this.open = true;
		const places = this.items.length + 1;
		this.active = ((this.active + 1 + step + places) % places) - 1;
	}

	close() {
		this.#stop();
		this.open = false;
		this.active = -1;
	}

	#stop() {
		clearTimeout(this.#timer);
		this.#request?.abort();
	}

	async #fetch(text: string) {
		const request = (this.#request = new AbortController());
		try {
			const query = new URLSearchParams({ q: text, lang: this.#lang });
			const response = await fetch(`/suggest?${query}`, { signal: request.signal });
			if (!response.ok) return;
			this.items = byKind((await response.json()) as Suggestion[]);
			this.open = true;
		} catch {
			// Aborted by the next letter, or no connection: the plain form still searches.
		}
	}
}

/** Together by kind, the kind of the best match first. */
function byKind(items: Suggestion[]): Suggestion[] {
	const kinds = [...new Set(items.map(({ kind }) => kind))];
	return kinds.flatMap((kind) => items.filter((item) => item.kind === kind));
}
