import type { ReadonlyURL, ReadonlyURLSearchParams } from '$app/state';

/**
 * Every public address of the shop, in both languages. `routes/` holds one set of pages; `internalPath`
 * leads both languages to it (hooks.ts), and the same table builds the links.
 */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

type Page = 'home' | 'search' | 'products' | 'producers' | 'ranking';

const segments: Record<Language, Record<Exclude<Page, 'home'>, string>> = {
	vi: {
		search: 'tim-kiem',
		products: 'san-pham',
		producers: 'nha-san-xuat',
		ranking: 'cach-xep-hang'
	},
	en: {
		search: 'search',
		products: 'products',
		producers: 'producers',
		ranking: 'ranking'
	}
};

// Products are listed by the search page, so their folder needs a slug; producers have a list of their own.
const takesSlug: Record<Page, 'never' | 'always' | 'maybe'> = {
	home: 'never',
	search: 'never',
	products: 'always',
	producers: 'maybe',
	ranking: 'never'
};

export type Query = ReadonlyURLSearchParams | Record<string, string>;

function build(lang: Language, page: Page, slug?: string, query?: Query): string {
	const parts = [
		lang === 'vi' ? '' : `/${lang}`,
		page === 'home' ? '' : `/${segments[lang][page]}`,
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
		ranking: () => build(lang, 'ranking')
	};
}

export type Paths = ReturnType<typeof pathsIn>;

export function languageOf(pathname: string): Language {
	return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'vi';
}

function read(pathname: string): { page: Page; slug?: string } | undefined {
	const lang = languageOf(pathname);
	// Kit itself redirects an address that ends in a slash.
	const rest = (lang === 'en' ? pathname.slice(3) : pathname).replace(/\/$/, '');
	const [, first = '', slug, ...more] = rest.split('/');
	if (more.length > 0 || slug === '') return undefined;
	if (first === '') return slug === undefined ? { page: 'home' } : undefined;

	const page = (Object.keys(segments[lang]) as Exclude<Page, 'home'>[]).find(
		(name) => segments[lang][name] === first
	);
	if (!page) return undefined;
	if (slug === undefined) return takesSlug[page] === 'always' ? undefined : { page };
	return takesSlug[page] === 'never' ? undefined : { page, slug: decode(slug) };
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
