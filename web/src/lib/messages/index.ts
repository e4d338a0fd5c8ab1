import type { Language } from '#lib/paths.ts';
import type { Messages } from './vi';

// Loaded by language, so that a visitor downloads one of them.
const load: Record<Language, () => Promise<Messages>> = {
	vi: async () => (await import('./vi')).vi,
	en: async () => (await import('./en')).en
};

export const messagesIn = (lang: Language) => load[lang]();
