import type { Language } from '#lib/paths.ts';

/** 14:05 23/11/2026 as clocks in Bến Tre show it, wherever the page is made or read; in Vietnamese it stays on one line. */
export function momentIn(lang: Language): (iso: string) => string {
	const format = new Intl.DateTimeFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', {
		hour: '2-digit',
		minute: '2-digit',
		day: 'numeric',
		month: lang === 'vi' ? 'numeric' : 'long',
		year: 'numeric',
		timeZone: 'Asia/Ho_Chi_Minh'
	});
	return (iso) => (lang === 'vi' ? format.format(new Date(iso)).replaceAll(' ', '\u00a0') : format.format(new Date(iso)));
}
