import type { ReadonlyURL, ReadonlyURLSearchParams } from '$app/state';

/**
 * Every public address of the shop, in both languages. `routes/` holds one set of pages; `internalPath`
 * leads both languages to it (hooks.ts), and the same table builds the links.
 */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

type Slug = 'never' | 'always' | 'maybe';

// Products are listed by the search page, so their folder needs a slug; producers have a list of their own.
// A certificate's page has one word in both languages: it is printed on labels, and must stay short.
const pages = {
	search: { vi: 'tim-kiem', en: 'search', slug: 'never' },
	products: { vi: 'san-pham', en: 'products', slug: 'always' },
	producers: { vi: 'nha-san-xuat', en: 'producers', slug: 'maybe' },
	groups: { vi: 'nhom-hang', en: 'groups', slug: 'always' },
	districts: { vi: 'dia-phuong', en: 'places', slug: 'maybe' },
	verify: { vi: 'verify', en: 'verify', slug: 'maybe' },
	labels: { vi: 'tem-nhan', en: 'labels', slug: 'always' },
	compare: { vi: 'so-sanh', en: 'compare', slug: 'never' },
	saved: { vi: 'da-luu', en: 'saved', slug: 'never' },
	ranking: { vi: 'cach-xep-hang', en: 'ranking', slug: 'never' },
	programme: { vi: 'chuong-trinh-ocop', en: 'ocop-programme', slug: 'never' },
	help: { vi: 'hoi-dap', en: 'help', slug: 'never' },
	terms: { vi: 'dieu-khoan', en: 'terms', slug: 'maybe' },
	privacy: { vi: 'quyen-rieng-tu', en: 'privacy', slug: 'maybe' },
	complaints: { vi: 'khieu-nai', en: 'complaints', slug: 'maybe' },
	offline: { vi: 'ngoai-tuyen', en: 'offline', slug: 'never' }
} as const satisfies Record<string, Record<Language, string> & { slug: Slug }>;

type Page = keyof typeof pages;

export type Query = ReadonlyURLSearchParams | Record<string, string>;

function build(lang: Language, page: Page | 'home', slug?: string, query?: Query): string {
	const parts = [
		lang === 'vi' ? '' : `/${lang}`,
		page === 'home' ? '' : `/${pages[page][lang]}`,
		slug ? `/${encodeURIComponent(slug)}` : ''
	];
	const search = query ? new URLSearchParams(Symbol.iterator in query ? [...query] : query).toString() : '';
	return (parts.join('') || '/') + (search && `?${search}`);
}

export function pathsIn(lang: Language) {
	return {
		home: () => build(lang, 'home'),
		search: (query?: Query) => build(lang, 'search', undefined, query),
		product: (slug: string) => build(lang, 'products', slug),
		producers: (query?: Query) => build(lang, 'producers', undefined, query),
		producer: (slug: string, query?: Query) => build(lang, 'producers', slug, query),
		group: (code: string, query?: Query) => build(lang, 'groups', code, query),
		districts: () => build(lang, 'districts'),
		district: (code: string, query?: Query) => build(lang, 'districts', code, query),
		verify: (number?: string, query?: Query) => build(lang, 'verify', number, query),
		label: (number: string, query?: Query) => build(lang, 'labels', number, query),
		compare: (query?: Query) => build(lang, 'compare', undefined, query),
		saved: (query?: Query) => build(lang, 'saved', undefined, query),
		ranking: () => build(lang, 'ranking'),
		programme: () => build(lang, 'programme'),
		help: () => build(lang, 'help'),
		terms: (version?: string) => build(lang, 'terms', version),
		privacy: (version?: string) => build(lang, 'privacy', version),
		complaints: (version?: string) => build(lang, 'complaints', version),
		offline: () => build(lang, 'offline')
	};
}

export type Paths = ReturnType<typeof pathsIn>;

export function languageOf(pathname: string): Language {
	return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'vi';
}

function read(pathname: string): { page: Page | 'home'; slug?: string } | undefined {
	const lang = languageOf(pathname);
	// Kit itself redirects an address that ends in a slash.
	const rest = (lang === 'en' ? pathname.slice(3) : pathname).replace(/\/$/, '');
	const [, first = '', slug, ...more] = rest.split('/');
	if (more.length > 0 || slug === '') return undefined;
	if (first === '') return slug === undefined ? { page: 'home' } : undefined;

	const page = (Object.keys(pages) as Page[]).find((name) => pages[name][lang] === first);
	if (!page) return undefined;
	const takesSlug: Slug = pages[page].slug;
	if (slug === undefined) return takesSlug === 'always' ? undefined : { page };
	return takesSlug === 'never' ? undefined : { page, slug: decode(slug) };
}

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

/** The same page in another language; its home page when the path leads nowhere. */
export function inLanguage(url: Pick<ReadonlyURL, 'pathname' | 'searchParams'>, lang: Language): string {
	const place = read(url.pathname);
	return place ? build(lang, place.page, place.slug, url.searchParams) : build(lang, 'home');
}
