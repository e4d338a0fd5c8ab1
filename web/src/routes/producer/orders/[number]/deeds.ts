import type { OrderState } from '#lib/gql/graphql.ts';

export type Deed = 'confirm' | 'pack' | 'ship' | 'deliver' | 'bringBack' | 'refuse';

const byState: Partial<Record<OrderState, Deed[]>> = {
	PLACED: ['confirm', 'refuse'],
	CONFIRMED: ['pack', 'ship', 'refuse'],
	PACKED: ['ship', 'refuse'],
	PARTLY_SHIPPED: ['ship', 'bringBack', 'refuse'],
	SHIPPED: ['deliver', 'bringBack'],
	DELIVERED: ['bringBack']
};

/** What a producer may do with an order now, what comes next first. The API has the last word. */
export function deedsOf({ state, lines }: { state: OrderState; lines: { shipped: number; returned: number }[] }): Deed[] {
	const canComeBack = lines.some(({ shipped, returned }) => shipped > returned);
	return (byState[state] ?? []).filter((deed) => deed !== 'bringBack' || canComeBack);
}
