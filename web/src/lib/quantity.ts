/** What may be ordered and what it costs: the rule is the API's, this says what a typed number means under it. */

export type Rule = { minimum: number; increment: number; maximum?: number | null };

export type Verdict =
	| { fits: true; quantity: number }
	| { fits: false; why: 'notWhole' | 'tooFew' | 'tooMany' | 'offStep'; nearest: number[] };

const mostEver = 999_999_999;

/** 1200, 1.200 and 1,200 are one number to people of either language; half a box is none. */
export function wholeNumber(text: string): number | undefined {
	const written = text.trim();
	if (!/^(\d+|\d{1,3}([., \u00a0]\d{3})+)$/.test(written)) return undefined;
	return Number(written.replace(/\D/g, ''));
}

export function judge(rule: Rule, text: string): Verdict {
	const { minimum, increment } = rule;
	const most = rule.maximum ?? mostEver;
	const largest = Math.max(minimum, minimum + Math.floor((most - minimum) / increment) * increment);

	const quantity = wholeNumber(text);
	if (quantity === undefined) return { fits: false, why: 'notWhole', nearest: [minimum] };
	if (quantity < minimum) return { fits: false, why: 'tooFew', nearest: [minimum] };
	if (quantity > largest) {
		const offStep = quantity <= most;
		return { fits: false, why: offStep ? 'offStep' : 'tooMany', nearest: [largest] };
	}
	const over = (quantity - minimum) % increment;
	if (over === 0) return { fits: true, quantity };
	const below = quantity - over;
	return { fits: false, why: 'offStep', nearest: [below, below + increment] };
}

export type Tier<Price> = { minimum: number; unitPrice: Price };

/** The price that holds for a quantity, and the next lower one to be had. */
export function tiersFor<Price>(tiers: readonly Tier<Price>[], quantity: number) {
	const here = tiers.findLastIndex(({ minimum }) => minimum <= quantity);
	return { tier: tiers[here], next: tiers[here + 1] };
}
