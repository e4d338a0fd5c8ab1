import { createContext } from 'svelte';
import type { Messages } from '#lib/messages/vi/index.ts';
import { pathsIn, type Language, type Paths } from '#lib/paths.ts';

export interface I18n {
	lang: Language;
	t: Messages;
	paths: Paths;
	/** 1234 → 1.234 or 1,234 */
	number: (value: number) => string;
	/** An amount in smallest units, as the API writes amounts: 37.000 ₫ or ₫37,000 */
	money: (value: { amount: number; currency: string; digits: number }) => string;
	/** 2026-03-14 → 14/03/2026 or 14 March 2026 */
	date: (iso: string) => string;
	/** As exact as it was written: 2026-03-14, 2026-03 or 2026 */
	when: (iso: string) => string;
}

export const [useI18n, provideI18n] = createContext<I18n>();

/** The words are asked for anew by each page: a step inside the shop brings its own. */
export function i18n(lang: Language, words: () => Messages): I18n {
	const locale = lang === 'vi' ? 'vi-VN' : 'en-GB';
	const numbers = new Intl.NumberFormat(locale);
	// The API's dates have no time of day; UTC keeps them from slipping to the day before.
	const format = (parts: Intl.DateTimeFormatOptions) => {
		const dates = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...parts });
		return (iso: string) => dates.format(new Date(`${iso}T00:00:00Z`));
	};
	const month = lang === 'vi' ? 'numeric' : 'long';
	const day = format({ day: 'numeric', month, year: 'numeric' });
	const date = (iso: string) => day(iso.slice(0, 10));
	const ofMonth = format({ month: 'long', year: 'numeric' });
	return {
		lang,
		get t() {
			return words();
		},
		paths: pathsIn(lang),
		number: (value) => numbers.format(value),
		money: ({ amount, currency, digits }) =>
			new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** digits),
		date,
		when: (iso) => {
			if (/^\d{4}-\d\d-\d\d/.test(iso)) return date(iso);
			return /^\d{4}-\d\d$/.test(iso) ? ofMonth(`${iso}-01`) : iso;
		}
	};
}
