import type { prices as vi } from '../../vi/workspace/prices.ts';

export const prices: typeof vi = {
	title: 'Price lists and terms',
	lead: 'The smallest order you take, and prices of their own for certain buyers.',
	notYet: 'You can set price lists and terms once the office has verified your organisation.',
	smallestTitle: 'Smallest order',
	smallestLead: 'An order that buys of you for less cannot be placed; buyers see in their cart how much is missing.',
	smallestNow: (sum) => `At present an order must buy for ${sum} or more.`,
	smallestNone: 'At present you take orders of any size.',
	smallest: 'Smallest order (đồng)',
	smallestHint: 'Leave it empty to take orders of any size.',
	smallestSave: 'Save the smallest order'
};
