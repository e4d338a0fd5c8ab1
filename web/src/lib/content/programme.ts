import type { Language } from '#lib/paths.ts';

type Words = { title: string; summary: string; heading: string; unit: string };
type Counted = Omit<Words, 'summary'> & { summary: (n: string) => string };

/** What the page about the programme says besides the figures; only the server reads it. */
export interface ProgrammeTexts {
	lead: string;
	what: { title: string; paragraphs: string[] };
	way: { title: string; lead: string; steps: { title: string; text: string }[] };
	ranks: { caption: string; rows: { stars: number; points: string; by: string; meaning: string }[]; note: string };
	waySources: string[];
	figures: { title: string; lead: string };
	/** Facts shown as single figures, and as remarks, by their codes. */
	tiles: string[];
	notes: string[];
	notesTitle: string;
	charts: {
		budget: Words & { row: string };
		targets: Words & { communes: string; standardised: string };
		products: Words & {
			three: string;
			four: string;
			potential: string;
			unsplit: string;
			inside: (n: string) => string;
			atLeast: string;
			differs: string;
		};
		five: Words;
		entities: Words;
		area: Words;
		exports: Words;
		groups: Counted;
		stars: Counted;
	};
	today: { title: string; lead: string };
}

export const programmeTexts = async (lang: Language): Promise<ProgrammeTexts> =>
	lang === 'vi' ? (await import('./programme.vi.ts')).programme : (await import('./programme.en.ts')).programme;
