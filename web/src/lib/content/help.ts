import type { Language, Paths } from '#lib/paths.ts';

/** Long texts live here, away from the messages that every page downloads; only the server reads them. */
export interface Question {
	/** Its place on the page, in the address after #. */
	id: string;
	question: string;
	/** Plain paragraphs, fit for a page as for structured data. */
	answer: string[];
	/** Where to go on from here. */
	links?: { text: string; href: string }[];
}

export interface Topic {
	title: string;
	questions: Question[];
}

/** Questions and answers by heading, in the language of the page. */
export async function helpIn(lang: Language, paths: Paths): Promise<Topic[]> {
	const { help } = lang === 'vi' ? await import('./help.vi.ts') : await import('./help.en.ts');
	return help(paths);
}
