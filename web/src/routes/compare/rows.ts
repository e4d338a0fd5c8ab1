import type { CompareQuery } from '#lib/gql/graphql.ts';
import type { I18n } from '#lib/i18n.ts';
import { tiersFor } from '#lib/quantity.ts';

export type Compared = NonNullable<CompareQuery['productsBySlug'][number]>;
export type Row = { name: string; values: (string | undefined)[]; differs: boolean };

const quantities = [10, 50, 100];

/** The table below the heads: of each question every product's answer, and whether they disagree. */
export function rowsOf(products: Compared[], { t, number }: Pick<I18n, 't' | 'number'>): Row[] {
	const units = (product: Compared, count: number) => t.product.units(number(count), product.offers[0]?.unit ?? '');

	const row = (name: string, value: (product: Compared) => string | null | undefined | false): Row => {
		const values = products.map((product) => value(product) || undefined);
		return { name, values, differs: new Set(values).size > 1 };
	};

	const priceAt = (count: number) => (product: Compared) => {
		const offer = product.offers[0];
		if (!offer) return undefined;
		const { minimum, maximum } = offer.quantityRule;
		if (count < minimum) return t.compare.tooFew(units(product, minimum));
		if (maximum && count > maximum) return t.offer.tooMany(units(product, maximum));
		return tiersFor(offer.priceTiers, count).tier?.unitPrice.formatted;
	};

	return [
		row(t.product.group, (product) => product.group.name),
		row(t.product.pack, ({ offers }) => offers[0]?.pack),
		row(t.compare.price, ({ offers }) => offers[0] && `${offers[0].price.formatted} / ${offers[0].unit}`),
		...quantities.map((count) => row(t.compare.priceAt(number(count)), priceAt(count))),
		row(t.product.minimum, (product) => product.offers[0] && units(product, product.offers[0].quantityRule.minimum)),
		row(t.compare.stock, ({ offers }) => offers[0]?.availability.label),
		row(t.product.lead, ({ offers }) => offers[0] && t.product.days(offers[0].leadTimeDays)),
		row(t.compare.packs, ({ offers }) => offers.slice(1).map(({ pack }) => pack).join('; ') || t.compare.none),
		row(t.product.maker, ({ producer }) => producer?.name),
		row(t.producer.kind, ({ producer }) => producer?.kindLabel),
		row(t.product.place, ({ commune, district }) => [commune?.name, district?.name].filter(Boolean).join(', ')),
		row(t.product.packaging, ({ packaging }) => packaging),
		row(t.product.certifications, ({ certifications }) =>
			certifications.filter(({ held }) => held).map(({ name, detail }) => detail || name).join('; ')
		),
		row(t.product.exports, ({ exportMarkets }) => exportMarkets.map(({ name }) => name).join(', '))
	];
}
