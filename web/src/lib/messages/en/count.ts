const rules = new Intl.PluralRules('en');

/** 1 product, 2 products: `n` is already written for readers. Vietnamese words have no plural. */
export const count = (n: string, one: string, many: string) =>
	`${n} ${rules.select(Number(n.replaceAll(',', ''))) === 'one' ? one : many}`;
