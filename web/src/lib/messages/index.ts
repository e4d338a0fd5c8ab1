import type { Language } from '#lib/paths.ts';
import type { Messages } from './vi/index.ts';

// Loaded by language, so that a visitor downloads one of them.
const load: Record<Language, () => Promise<Messages>> = {
	vi: async () => (await import('./vi/index.ts')).vi,
	en: async () => (await import('./en/index.ts')).en
};

export const messagesIn = (lang: Language) => load[lang]();
