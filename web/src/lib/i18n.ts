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
}

export const [useI18n, provideI18n] = createContext<I18n>();

export function i18n(lang: Language, t: Messages): I18n {
	const locale = lang === 'vi' ? 'vi-VN' : 'en-GB';
	const numbers = new Intl.NumberFormat(locale);
	// The API's dates have no time of day; UTC keeps them from slipping to the day before.
	const dates = new Intl.DateTimeFormat(locale, {
		timeZone: 'UTC',
		day: 'numeric',
		month: lang === 'vi' ? 'numeric' : 'long',
		year: 'numeric'
	});
	return {
		lang,
		t,
		paths: pathsIn(lang),
		number: (value) => numbers.format(value),
		money: ({ amount, currency, digits }) =>
			new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** digits),
		date: (iso) => dates.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))
	};
}
