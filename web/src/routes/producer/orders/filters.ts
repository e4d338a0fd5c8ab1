import type { OrderState } from '#lib/gql/graphql.ts';

/** What a producer looks for among its orders: the word in the address, and the states it stands for. */
export const filters: Record<string, OrderState[]> = {
	waiting: ['PLACED'],
	working: ['CONFIRMED', 'PACKED', 'PARTLY_SHIPPED'],
	underway: ['SHIPPED'],
	ended: ['DELIVERED', 'RETURNED', 'REFUSED', 'CANCELLED']
};
