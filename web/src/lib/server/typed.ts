import type { Problem } from './api.ts';
import { messagesIn } from './messages.ts';
import type { Language } from '#lib/paths.ts';

/** Reads what people type into forms, and says in their language what could not be read. */
export function reader(form: FormData, lang: Language) {
	const words = messagesIn(lang).desk;
	const problems: Problem[] = [];
	const wrong = (name: string, message: string) => void problems.push({ code: 'INVALID_VALUE', message, path: name.split('.') });
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const lines = (name: string) => text(name).split(/\r?\n/).map((line) => line.trim()).filter(Boolean);

	/** 55.000 and 55,000 are one number; nothing where nothing stands. */
	const number = (name: string): number | null => {
		const typed = text(name).replace(/[\s.,₫đ]/g, '');
		if (!typed) return null;
		if (/^-?\d{1,15}$/.test(typed)) return Number(typed);
		wrong(name, words.notNumber);
		return null;
	};

	const day = (name: string, written: string): string => {
		const [, d, m, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written) ?? [];
		const iso = y ? `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}` : written;
		if (/^\d{4}-\d\d-\d\d$/.test(iso) && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso)) return iso;
		wrong(name, words.notDay(written));
		return '';
	};

	return {
		problems,
		text,
		lines,
		number,
		/** A text that must be there in Vietnamese where there is any. */
		both: (name: string) => {
			const [vi, en] = [text(`${name}.vi`), text(`${name}.en`)];
			return vi || en ? { vi, en: en || null } : null;
		},
		day: (name: string) => day(name, text(name)),
		days: (name: string) => lines(name).map((line) => day(name, line)),
		spells: (name: string) =>
			lines(name).map((line) => {
				const [from = line, to = from] = line.split(/\s+[–-]\s+/);
				return { from: day(name, from), to: day(name, to) };
			})
	};
}

/** A day as it is typed: 05/02/2027. */
export const dayTyped = (iso: string) => iso.split('-').reverse().join('/');
