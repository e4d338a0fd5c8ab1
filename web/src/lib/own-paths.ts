import { addPages, build, pathsIn, type Address, type Language, type Query } from './paths.ts';

/**
 * The addresses of pages that are one visitor's own, beside those that every page leads to (paths.ts). Only such pages
 * load them. The door knows them too, and keeps none of them (PageCache.cs).
 */
const pages = {
	register: { vi: 'dang-ky', en: 'register' },
	confirm: { vi: 'xac-nhan', en: 'confirm' },
	'sign-in': { vi: 'dang-nhap', en: 'sign-in' },
	password: { vi: 'mat-khau', en: 'password' },
	'password/new': { vi: 'mat-khau/moi', en: 'password/new' },
	invitation: { vi: 'loi-moi', en: 'invitation' },
	'complaints/new': { vi: 'khieu-nai/gui', en: 'complaints/file' },
	checkout: { vi: 'dat-hang', en: 'checkout' },
	'order-pad': { vi: 'dat-nhanh', en: 'order-pad' },
	'order-sample': { vi: 'dat-mau', en: 'order-sample' },
	orders: { vi: 'don-hang', en: 'orders', slug: 'maybe' },
	'account/addresses': { vi: 'tai-khoan/dia-chi', en: 'account/addresses' },
	'account/lists': { vi: 'tai-khoan/danh-sach', en: 'account/lists', slug: 'maybe' },
	'account/approvals': { vi: 'tai-khoan/duyet-don', en: 'account/approvals', slug: 'maybe' },
	'account/organisation': { vi: 'tai-khoan/to-chuc', en: 'account/organisation' },
	'account/data': { vi: 'tai-khoan/du-lieu', en: 'account/data' },
	'account/data/copy': { vi: 'tai-khoan/du-lieu/ban-sao', en: 'account/data/copy' },
	'account/security': { vi: 'tai-khoan/bao-mat', en: 'account/security' },
	producer: { vi: 'co-so', en: 'producer' },
	'producer/listings': { vi: 'co-so/san-pham', en: 'producer/listings', slug: 'maybe' },
	'producer/pictures': { vi: 'co-so/hinh-anh', en: 'producer/pictures', slug: 'always' },
	'producer/offers': { vi: 'co-so/gia-ban', en: 'producer/offers', slug: 'always' },
	'producer/evidence': { vi: 'co-so/minh-chung', en: 'producer/evidence', slug: 'maybe' },
	'producer/orders': { vi: 'co-so/don-hang', en: 'producer/orders', slug: 'maybe' },
	'producer/sheets': { vi: 'co-so/bang-tinh', en: 'producer/sheets', slug: 'maybe' },
	'producer/stock': { vi: 'co-so/ton-kho', en: 'producer/stock' },
	'producer/price-lists': { vi: 'co-so/bang-gia', en: 'producer/price-lists', slug: 'maybe' },
	office: { vi: 'van-phong', en: 'office' },
	'office/books': { vi: 'van-phong/so-sach', en: 'office/books' },
	'office/money': { vi: 'van-phong/tien', en: 'office/money' },
	'office/audit': { vi: 'van-phong/nhat-ky', en: 'office/audit' },
	'office/evidence': { vi: 'van-phong/minh-chung', en: 'office/evidence' },
	'office/listings': { vi: 'van-phong/bai-dang', en: 'office/listings', slug: 'always' },
	'office/organisations': { vi: 'van-phong/to-chuc', en: 'office/organisations' },
	'office/certificates': { vi: 'van-phong/giay-chung-nhan', en: 'office/certificates', slug: 'maybe' },
	'office/decisions': { vi: 'van-phong/quyet-dinh', en: 'office/decisions' },
	'office/producers': { vi: 'van-phong/nha-san-xuat', en: 'office/producers' },
	'office/complaints': { vi: 'van-phong/khieu-nai', en: 'office/complaints' },
	'office/takedowns': { vi: 'van-phong/go-san-pham', en: 'office/takedowns' }
} as const satisfies Record<string, Address>;

addPages(pages);

const ownPages = ['saved', 'cart', 'account', ...Object.keys(pages)];

/** Whether the page of this route is one visitor's own. */
export const isOwn = (route: string | null): boolean => ownPages.some((page) => route === `/${page}` || route?.startsWith(`/${page}/[`));

/** The addresses of one visitor's own pages; others may lie below them. */
export const ownPaths = (lang: Language): string[] => ownPages.map((page) => build(lang, page));

export function ownPathsIn(lang: Language) {
	const to = (page: keyof typeof pages) => (query?: Query) => build(lang, page, undefined, query);
	const of = (page: keyof typeof pages) => (id: string, query?: Query) => build(lang, page, id, query);
	return {
		...pathsIn(lang),
		register: to('register'),
		signIn: to('sign-in'),
		password: to('password'),
		newComplaint: to('complaints/new'),
		checkout: to('checkout'),
		orderPad: to('order-pad'),
		orderSample: to('order-sample'),
		orders: to('orders'),
		order: of('orders'),
		addresses: to('account/addresses'),
		lists: to('account/lists'),
		list: of('account/lists'),
		approvals: to('account/approvals'),
		approval: of('account/approvals'),
		organisation: to('account/organisation'),
		personalData: to('account/data'),
		personalDataCopy: to('account/data/copy'),
		security: to('account/security'),
		workspace: to('producer'),
		listings: to('producer/listings'),
		listing: of('producer/listings'),
		pictures: of('producer/pictures'),
		offers: of('producer/offers'),
		stock: to('producer/stock'),
		evidence: to('producer/evidence'),
		paper: of('producer/evidence'),
		sales: to('producer/orders'),
		sale: of('producer/orders'),
		sheets: to('producer/sheets'),
		sheet: of('producer/sheets'),
		priceLists: to('producer/price-lists'),
		priceList: of('producer/price-lists'),
		office: to('office'),
		audit: to('office/audit'),
		books: to('office/books'),
		money: to('office/money'),
		evidenceQueue: to('office/evidence'),
		review: of('office/listings'),
		organisations: to('office/organisations'),
		certificates: to('office/certificates'),
		certificate: of('office/certificates'),
		decisions: to('office/decisions'),
		producersWithAccount: to('office/producers'),
		officeComplaints: to('office/complaints'),
		takedowns: to('office/takedowns')
	};
}
