import type { ReadonlyURL, ReadonlyURLSearchParams } from '$app/state';

/**
 * The public addresses of the shop, in both languages. `routes/` holds one set of pages; `internalPath`
 * leads both languages to it (hooks.ts), and the same table builds the links. Every page loads this file: addresses
 * that only one's own pages lead to stand in own-paths.ts.
 */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** A page's address by language, and whether something's own name may or must follow, or a number may; where nothing is said, nothing does. */
export type Address = Record<Language, string> & { slug?: 'always' | 'maybe' | 'number' };

// Products are listed by the search page, so their folder needs a slug; producers have a list of their own.
// A certificate's page has one word in both languages: it is printed on labels, and must stay short.
const shop = {
	search: { vi: 'tim-kiem', en: 'search' },
	products: { vi: 'san-pham', en: 'products', slug: 'always' },
	producers: { vi: 'nha-san-xuat', en: 'producers', slug: 'maybe' },
	groups: { vi: 'nhom-hang', en: 'groups', slug: 'always' },
	districts: { vi: 'dia-phuong', en: 'places', slug: 'maybe' },
	verify: { vi: 'verify', en: 'verify', slug: 'maybe' },
	labels: { vi: 'tem-nhan', en: 'labels', slug: 'always' },
	compare: { vi: 'so-sanh', en: 'compare' },
	saved: { vi: 'da-luu', en: 'saved' },
	cart: { vi: 'gio-hang', en: 'cart' },
	ranking: { vi: 'cach-xep-hang', en: 'ranking' },
	programme: { vi: 'chuong-trinh-ocop', en: 'ocop-programme' },
	'programme/decisions': { vi: 'chuong-trinh-ocop/quyet-dinh', en: 'ocop-programme/decisions' },
	help: { vi: 'hoi-dap', en: 'help' },
	terms: { vi: 'dieu-khoan', en: 'terms', slug: 'maybe' },
	privacy: { vi: 'quyen-rieng-tu', en: 'privacy', slug: 'maybe' },
	complaints: { vi: 'khieu-nai', en: 'complaints', slug: 'number' },
	offline: { vi: 'ngoai-tuyen', en: 'offline' },
	account: { vi: 'tai-khoan', en: 'account' }
} as const satisfies Record<string, Address>;

const pages: Record<string, Address> = shop;

/** Makes further addresses known: to the server and the worker at once, to a browser when it meets one (hooks.ts). */
export const addPages = (more: Record<string, Address>) => void Object.assign(pages, more);

export type Query = ReadonlyURLSearchParams | Record<string, string>;

export function build(lang: Language, page: string, slug?: string, query?: Query): string {
	const parts = [
		lang === 'vi' ? '' : `/${lang}`,
		page === 'home' ? '' : `/${pages[page]![lang]}`,
		slug ? `/${encodeURIComponent(slug)}` : ''
	];
	const search = query ? new URLSearchParams(Symbol.iterator in query ? [...query] : query).toString() : '';
	return (parts.join('') || '/') + (search && `?${search}`);
}

export function pathsIn(lang: Language) {
	const to = (page: string) => (query?: Query) => build(lang, page, undefined, query);
	const within = (page: string) => (slug?: string, query?: Query) => build(lang, page, slug, query);
	const of = (page: string): ((slug: string, query?: Query) => string) => within(page);
	return {
		home: to('home'),
		search: to('search'),
		product: of('products'),
		producers: to('producers'),
		producer: of('producers'),
		group: of('groups'),
		districts: to('districts'),
		district: of('districts'),
		verify: within('verify'),
		label: of('labels'),
		compare: to('compare'),
		saved: to('saved'),
		cart: to('cart'),
		ranking: to('ranking'),
		programme: to('programme'),
		decisionLog: to('programme/decisions'),
		help: to('help'),
		terms: within('terms'),
		privacy: within('privacy'),
		complaints: within('complaints'),
		offline: to('offline'),
		account: to('account')
	};
}

export type Paths = ReturnType<typeof pathsIn>;

export function languageOf(pathname: string): Language {
	return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'vi';
}

function read(pathname: string): { page: string; slug?: string } | undefined {
	const lang = languageOf(pathname);
	// Kit itself redirects an address that ends in a slash.
	const rest = (lang === 'en' ? pathname.slice(3) : pathname).replace(/\/$/, '');
	if (rest === '') return { page: 'home' };

	const whole = named(rest.slice(1), lang);
	if (whole) return slugOf(whole) === 'always' ? undefined : { page: whole };
	const end = rest.lastIndexOf('/');
	const [folder, slug] = [named(rest.slice(1, end), lang), rest.slice(end + 1)];
	return folder && slug && slugOf(folder) && (slugOf(folder) !== 'number' || +slug) ? { page: folder, slug: decode(slug) } : undefined;
}

const slugOf = (page: string) => pages[page]!.slug;

const named = (path: string, lang: Language) =>
	Object.keys(pages).find((name) => pages[name]![lang] === path);

function decode(slug: string): string {
	try {
		return decodeURIComponent(slug);
	} catch {
		return slug;
	}
}

/** The folder in `routes/` that serves a public path; nothing when no page lives there. */
export function internalPath(pathname: string): string | undefined {
	const place = read(pathname);
	if (!place) return undefined;
	if (place.page === 'home') return '/';
	return `/${place.page}${place.slug ? `/${encodeURIComponent(place.slug)}` : ''}`;
}

/** Where to go on from a page that came between: a page of this shop and nothing else, whatever stands in the address. */
export function pageOfShop(next: string | null): string | undefined {
	const shop = 'http://shop.invalid';
	const url = next?.startsWith('/') ? URL.parse(next, shop) : null;
	return url?.origin === shop && internalPath(url.pathname) ? url.pathname + url.search : undefined;
}

/** The same page in another language; its home page when the path leads nowhere. */
export function inLanguage(url: Pick<ReadonlyURL, 'pathname' | 'searchParams'>, lang: Language): string {
	const place = read(url.pathname);
	return place ? build(lang, place.page, place.slug, url.searchParams) : build(lang, 'home');
}
