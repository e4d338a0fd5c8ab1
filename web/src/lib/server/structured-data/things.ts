import type { BreadcrumbList, FAQPage, ItemList, Organization, Product, WebSite } from 'schema-dts';
import type { Language } from '#lib/paths.ts';

/** What our pages say to machines: types of schema.org, so that a property which does not exist does not compile. */
export type Thing = BreadcrumbList | FAQPage | ItemList | Organization | Product | WebSite;

/** For whom it is written: the language, and the address that links begin with. */
export type Reader = { lang: Language; origin: string };
