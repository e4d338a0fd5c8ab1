import type { Language } from '#lib/paths.ts';

/** A text in the reader's language; Vietnamese where there is no English. */
export const told = (text: { vi: string; en?: string | null }, lang: Language) => (lang === 'en' && text.en) || text.vi;
