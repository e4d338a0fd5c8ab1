import { offline as en } from '#lib/messages/en/offline.ts';
import { offline as vi } from '#lib/messages/vi/offline.ts';
import type { Language } from '#lib/paths.ts';

/** What is written into a copy of a page, so that it cannot be taken for the page. */

const words = { vi, en };

export type Copy = { url: string; title: string; at: number };

export function copyOf(answer: Response): { title: string; at: number } {
	return {
		at: Date.parse(answer.headers.get('x-kept-at') ?? '') || 0,
		title: decodeURIComponent(answer.headers.get('x-title') ?? '')
	};
}

export const textsIn = (url: string, answer: Response | undefined): Copy => ({
	url,
	...(answer ? copyOf(answer) : { title: '', at: 0 })
});

/** The copy with its age above everything else, and the mark by which styles make prices step back. */
export async function asCopy(copy: Response, lang: Language): Promise<Response> {
	const html = await copy.text();
	const banner = `<p class="page-copy" role="status">${words[lang].copy(when(copyOf(copy).at, lang))}</p>`;
	const marked = html
		.replace(/<html\b/, '<html data-copy')
		.replace(/<body\b[^>]*>/, (body) => body + banner);
	return new Response(marked, { headers: copy.headers });
}

/** The way back to the page that was asked for, and the titles of kept pages as links. */
export function listOf(asked: URL, copies: Copy[], lang: Language): string {
	const again = `<p><a class="button" href="${escaped(asked.pathname + asked.search)}">${words[lang].reload}</a></p>`;
	const items = copies
		.filter(({ title }) => title)
		.map(({ url, title, at }) => {
			const { pathname, search } = new URL(url);
			return `<li><a href="${escaped(pathname + search)}">${escaped(title)}</a> <small>${when(at, lang)}</small></li>`;
		});
	return again + (items.length ? `<h2>${words[lang].kept}</h2><ul>${items.join('')}</ul>` : `<p>${words[lang].none}</p>`);
}

/** The name alone: every title ends with the shop's. */
export function titleOf(html: string): string {
	const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
	return unescaped(title.replace(/ – Chợ Xứ Dừa$/, ''));
}

/** 14:05, 23/11 */
function when(at: number, lang: Language): string {
	return new Intl.DateTimeFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', {
		hour: '2-digit',
		minute: '2-digit',
		day: 'numeric',
		month: lang === 'vi' ? 'numeric' : 'short'
	}).format(at);
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!);
const unescaped = (text: string) =>
	Object.entries(signs).reduceRight((written, [sign, name]) => written.replaceAll(name, sign), text);
