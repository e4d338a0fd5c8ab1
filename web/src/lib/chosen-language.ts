import { languages, type Language } from '#lib/paths.ts';

/** The language that somebody chose here, or else the first of their browser's that the shop speaks. */
const key = 'language';

const spoken = (code: string | null | undefined) => languages.find((lang) => code?.toLowerCase().split('-')[0] === lang);

export function wantedLanguage(): Language | undefined {
	return spoken(stored()) ?? navigator.languages.map(spoken).find((lang) => lang !== undefined);
}

export function chooseLanguage(lang: Language): void {
	try {
		localStorage.setItem(key, lang);
	} catch {
		// Not kept: the offer comes again.
	}
}

/** Any link into the other language is a choice; the header has one on every page. */
export function noteChoice({ target }: MouseEvent): void {
	const link = target instanceof Element ? target.closest('a[hreflang]') : null;
	const chosen = spoken(link?.getAttribute('hreflang'));
	if (chosen) chooseLanguage(chosen);
}

function stored(): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}
