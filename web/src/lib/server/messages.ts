import { en } from '#lib/messages/en/index.ts';
import { vi } from '#lib/messages/vi/index.ts';
import type { Language } from '#lib/paths.ts';

const all = { vi, en };

/** Every word of a language, for what the server writes itself. */
export const messagesIn = (lang: Language) => all[lang];
