import type { PriceListPartsFragment, PricedOffersQuery } from '#lib/gql/graphql.ts';
import type { Language } from '#lib/paths.ts';
import { messagesIn } from './messages.ts';
import { dayTyped, reader } from './typed.ts';

type PricedOffer = PricedOffersQuery['workspace']['stock'][number];

const names = ['name', 'reductionBasisPoints', 'validFrom', 'validTo'] as const;

/** A price list as it stands in its form; rows belong to offers, and every offer has an empty one to spare. */
export type PriceListWords = Record<(typeof names)[number], string> & { rows: { offer: string; minimum: string; unitPrice: string }[] };

/** 750 hundredths of a percent are written 7,5 in Vietnamese. */
const percent = (basisPoints: number, lang: Language) => (basisPoints ? String(basisPoints / 100).replace('.', lang === 'vi' ? ',' : '.') : '');

export function wordsOf(list: PriceListPartsFragment | undefined, offers: PricedOffer[], today: string, lang: Language): PriceListWords {
	const prices = (offer: string) => list?.prices.filter((price) => price.offer === offer) ?? [];
	return {
		name: list?.name ?? '',
		reductionBasisPoints: percent(list?.reductionBasisPoints ?? 0, lang),
		validFrom: dayTyped(list?.validFrom ?? today),
		validTo: list?.validTo ? dayTyped(list.validTo) : '',
		rows: offers.flatMap(({ id }) => [
			...prices(id).map(({ offer, minimum, unitPrice }) => ({ offer, minimum: String(minimum), unitPrice: String(unitPrice) })),
			{ offer: id, minimum: '', unitPrice: '' }
		])
	};
}

/** What was typed, as it was typed, as the API takes it, and what could not be read. */
export function readPriceList(form: FormData, lang: Language) {
	const read = reader(form, lang);
	const rows = form.getAll('offer').map(String).map((offer, at) => ({ offer, minimum: read.text(`prices.${at}.minimum`), unitPrice: read.text(`prices.${at}.unitPrice`) }));
	const words: PriceListWords = { ...(Object.fromEntries(names.map((name) => [name, read.text(name)])) as Record<(typeof names)[number], string>), rows };
	// Empty rows are left out, so the rows that were typed are counted. A price without a quantity holds from the first unit on.
	const typed = [...rows.keys()].filter((at) => rows[at]!.minimum || rows[at]!.unitPrice);
	const [, whole, part = ''] = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/.exec(words.reductionBasisPoints) ?? [];
	if (words.reductionBasisPoints && !whole) read.problems.push({ code: 'INVALID_VALUE', message: messagesIn(lang).workspace.prices.notPercent, path: ['reductionBasisPoints'] });
	const input = {
		name: words.name,
		reductionBasisPoints: Number(whole ?? 0) * 100 + Number(part.padEnd(2, '0')),
		validFrom: dayOr('validFrom') ?? '',
		validTo: dayOr('validTo'),
		prices: typed.map((at) => ({ offer: rows[at]!.offer, minimum: read.number(`prices.${at}.minimum`) ?? 1, unitPrice: read.number(`prices.${at}.unitPrice`) ?? 0 }))
	};
	if (!words.validFrom) read.problems.push({ code: 'MISSING', message: messagesIn(lang).desk.notDay(''), path: ['validFrom'] });
	/** The API counts the prices that it was given; the form all of its rows. */
	const rowOf = (path: string[]) => (path[0] === 'prices' && path[1] ? ['prices', String(typed[Number(path[1])] ?? 0), ...path.slice(2)] : path);
	return { words, input, problems: read.problems, rowOf };

	function dayOr(name: 'validFrom' | 'validTo'): string | null {
		return words[name] ? read.day(name) : null;
	}
}
