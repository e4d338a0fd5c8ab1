import type { OrderEventKind, OrderState } from '#lib/gql/graphql.ts';

/** The steps of an order that goes well, in their order. */
const way = ['PLACED', 'CONFIRMED', 'PACKED', 'SHIPPED', 'DELIVERED'] as const satisfies OrderEventKind[];

const reachedBy: Partial<Record<OrderState, number>> = { AWAITING_PAYMENT: 0, PLACED: 0, CONFIRMED: 1, PACKED: 2, PARTLY_SHIPPED: 3, SHIPPED: 3, DELIVERED: 4, RETURNED: 4 };

/** Whether nothing more becomes of it. */
export const hasFailed = (state: OrderState) => state === 'REFUSED' || state === 'CANCELLED' || state === 'RETURNED';

/** Every step, whether it was reached, and when; a step that was left out on the way has no time. Of an order that failed, those it had reached before. */
export function stepsOf(state: OrderState, timeline: { kind: OrderEventKind; at: string }[]): { isReached: boolean; isLast: boolean; at: string | undefined }[] {
	const times = way.map((kind) => timeline.find((entry) => entry.kind === kind)?.at);
	const reached = reachedBy[state] ?? times.findLastIndex(Boolean);
	return times.map((at, step) => ({ isReached: step <= reached, isLast: step === reached, at: step <= reached ? at : undefined }));
}
