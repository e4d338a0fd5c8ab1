import { judge, type Rule } from '#lib/quantity.ts';

type Line = { quantity: number; quantityRule: Rule; available?: number | null; problem?: { code: string } | null };

/** Quantities that could be ordered instead of a line's own; none where nothing of it can be. */
export function fixesOf({ quantity, quantityRule, available, problem }: Line): number[] {
	if (problem?.code === 'QUANTITY_NOT_ALLOWED') return nearest(quantityRule, quantity);
	if (problem?.code !== 'INSUFFICIENT_STOCK' || !available || available < quantityRule.minimum) return [];
	return nearest({ ...quantityRule, maximum: Math.min(available, quantityRule.maximum ?? available) }, quantity);
}

function nearest(rule: Rule, quantity: number): number[] {
	const verdict = judge(rule, `${quantity}`);
	return verdict.fits ? [] : verdict.nearest;
}
