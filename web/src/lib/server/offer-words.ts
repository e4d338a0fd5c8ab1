import type { OwnOffersQuery, SaveOfferInput } from '#lib/gql/graphql.ts';
import type { Language } from '#lib/paths.ts';
import { dayTyped, reader } from './typed.ts';

export type OwnOffer = NonNullable<OwnOffersQuery['workspace']['listing']>['offers'][number];

/** Steps of a price ladder that a form has room for, the first being the price at the minimum. */
const mostTiers = 10;

const names = ['pack.vi', 'pack.en', 'unit.vi', 'unit.en', 'stock', 'leadTimeDays', 'quantityRule.minimum', 'quantityRule.increment', 'quantityRule.maximum', 'weeklyCapacity', 'blackoutDays', 'sample.unitPrice', 'sample.most'] as const;

/** An offer as it stands in its form. */
export type OfferWords = Record<(typeof names)[number], string> & { tiers: { minimum: string; unitPrice: string }[]; onSale: boolean; madeToOrder: boolean };

export function wordsOf(offer: OwnOffer | undefined): OfferWords {
	const written = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
	return {
		'pack.vi': offer?.pack.vi ?? '',
		'pack.en': offer?.pack.en ?? '',
		'unit.vi': offer?.unit.vi ?? '',
		'unit.en': offer?.unit.en ?? '',
		stock: written(offer?.stock),
		leadTimeDays: written(offer?.leadTimeDays ?? 0),
		'quantityRule.minimum': written(offer?.quantityRule.minimum ?? 1),
		'quantityRule.increment': written(offer?.quantityRule.increment ?? 1),
		'quantityRule.maximum': written(offer?.quantityRule.maximum),
		weeklyCapacity: written(offer?.weeklyCapacity),
		blackoutDays: offer?.blackoutDays.map(dayTyped).join('\n') ?? '',
		'sample.unitPrice': written(offer?.sample?.unitPrice.amount),
		'sample.most': written(offer?.sample?.most),
		tiers: offer?.priceTiers.map(({ minimum, unitPrice }) => ({ minimum: String(minimum), unitPrice: String(unitPrice.amount) })) ?? [],
		onSale: offer?.onSale ?? true,
		madeToOrder: offer?.madeToOrder ?? false
	};
}

/** What was typed, as it was typed, as the API takes it, and what could not be read. */
export function readOffer(form: FormData, lang: Language) {
	const read = reader(form, lang);
	const rows = Array.from({ length: mostTiers }, (_, at) => ({ minimum: `priceTiers.${at}.minimum`, unitPrice: `priceTiers.${at}.unitPrice` }));
	const words: OfferWords = {
		...(Object.fromEntries(names.map((name) => [name, read.text(name)])) as Record<(typeof names)[number], string>),
		tiers: rows.map((row) => ({ minimum: read.text(row.minimum), unitPrice: read.text(row.unitPrice) })),
		onSale: form.has('onSale'),
		madeToOrder: form.has('madeToOrder')
	};
	const minimum = read.number('quantityRule.minimum') ?? 1;
	// The first price holds from the minimum on; empty rows are left out, so the rows that were typed are counted.
	const typed = [...rows.keys()].filter((at) => at === 0 || words.tiers[at]!.minimum || words.tiers[at]!.unitPrice);
	const sample = words['sample.unitPrice'] || words['sample.most'] ? { unitPrice: read.number('sample.unitPrice') ?? 0, most: read.number('sample.most') ?? 0 } : null;
	const input = {
		pack: read.both('pack'),
		unit: read.both('unit'),
		priceTiers: typed.map((at) => ({ minimum: at ? (read.number(rows[at]!.minimum) ?? 0) : minimum, unitPrice: read.number(rows[at]!.unitPrice) ?? 0 })),
		minimum,
		increment: read.number('quantityRule.increment') ?? 1,
		maximum: read.number('quantityRule.maximum'),
		stock: read.number('stock') ?? 0,
		madeToOrder: words.madeToOrder,
		leadTimeDays: read.number('leadTimeDays') ?? 0,
		weeklyCapacity: read.number('weeklyCapacity'),
		onSale: words.onSale,
		blackoutDays: read.days('blackoutDays'),
		sample
	} satisfies SaveOfferInput;
	/** The API counts the rows that it was given; the form all that it shows. */
	const rowOf = (path: string[]) => (path[0] === 'priceTiers' && path[1] ? ['priceTiers', String(typed[Number(path[1])] ?? 0), ...path.slice(2)] : path);
	return { words, input, problems: read.problems, rowOf };
}
