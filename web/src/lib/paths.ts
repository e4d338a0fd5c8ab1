import type { ReadonlyURL, ReadonlyURLSearchParams } from '$app/state';

/**
 * Every public address of the shop, in both languages. `routes/` holds one set of pages; `internalPath`
 * leads both languages to it (hooks.ts), and the same table builds the links.
 */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Whether something's own name may or must follow; where nothing is said, nothing does. */
type Slug = 'always' | 'maybe';

// Products are listed by the search page, so their folder needs a slug; producers have a list of their own.
// A certificate's page has one word in both languages: it is printed on labels, and must stay short.
const pages = {
	search: { vi: 'tim-kiem', en: 'search' },
	products: { vi: 'san-pham', en: 'products', slug: 'always' },
	producers: { vi: 'nha-san-xuat', en: 'producers', slug: 'maybe' },
	groups: { vi: 'nhom-hang', en: 'groups', slug: 'always' },
	districts: { vi: 'dia-phuong', en: 'places', slug: 'maybe' },
	verify: { vi: 'verify', en: 'verify', slug: 'maybe' },
	labels: { vi: 'tem-nhan', en: 'labels', slug: 'always' },
	compare: { vi: 'so-sanh', en: 'compare' },
	saved: { vi: 'da-luu', en: 'saved' },
	ranking: { vi: 'cach-xep-hang', en: 'ranking' },
	programme: { vi: 'chuong-trinh-ocop', en: 'ocop-programme' },
	help: { vi: 'hoi-dap', en: 'help' },
	terms: { vi: 'dieu-khoan', en: 'terms', slug: 'maybe' },
	privacy: { vi: 'quyen-rieng-tu', en: 'privacy', slug: 'maybe' },
	complaints: { vi: 'khieu-nai', en: 'complaints', slug: 'maybe' },
	offline: { vi: 'ngoai-tuyen', en: 'offline' },
	register: { vi: 'dang-ky', en: 'register' },
	confirm: { vi: 'xac-nhan', en: 'confirm' },
	'sign-in': { vi: 'dang-nhap', en: 'sign-in' },
	password: { vi: 'mat-khau', en: 'password' },
	'password/new': { vi: 'mat-khau/moi', en: 'password/new' },
	invitation: { vi: 'loi-moi', en: 'invitation' },
	account: { vi: 'tai-khoan', en: 'account' },
	'account/organisation': { vi: 'tai-khoan/to-chuc', en: 'account/organisation' },
	'account/security': { vi: 'tai-khoan/bao-mat', en: 'account/security' }
} as const satisfies Record<string, Record<Language, string> & { slug?: Slug }>;

type Page = keyof typeof pages;

/** Pages that read the visitor's cookies. The door knows them too, and keeps none of them (PageCache.cs). */
const ownPages = [
	'saved',
	'register',
	'confirm',
	'sign-in',
	'password',
	'password/new',
	'invitation',
	'account',
	'account/organisation',
	'account/security'
] as const satisfies Page[];

/** Whether the page of this route is one visitor's own. */
export const isOwn = (route: string | null): boolean => ownPages.some((page) => route === `/${page}`);

/** The addresses of one visitor's own pages. */
export const ownPaths = (lang: Language): string[] => ownPages.map((page) => build(lang, page));

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
		offline: () => build(lang, 'offline'),
		register: (query?: Query) => build(lang, 'register', undefined, query),
		signIn: (query?: Query) => build(lang, 'sign-in', undefined, query),
		password: () => build(lang, 'password'),
		account: (query?: Query) => build(lang, 'account', undefined, query),
		organisation: (query?: Query) => build(lang, 'account/organisation', undefined, query),
		security: (query?: Query) => build(lang, 'account/security', undefined, query)
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
	if (rest === '') return { page: 'home' };

	const whole = named(rest.slice(1), lang);
	if (whole) return slugOf(whole) === 'always' ? undefined : { page: whole };
	const end = rest.lastIndexOf('/');
	const [folder, slug] = [named(rest.slice(1, end), lang), rest.slice(end + 1)];
	return folder && slug && slugOf(folder) ? { page: folder, slug: decode(slug) } : undefined;
}

const slugOf = (page: Page) => (pages[page] as { slug?: Slug }).slug;

const named = (path: string, lang: Language) =>
	(Object.keys(pages) as Page[]).find((name) => pages[name][lang] === path);

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
