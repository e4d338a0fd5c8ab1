import type { lists as vi } from '../vi/lists.ts';
import { count } from './count.ts';

export const lists: typeof vi = {
	title: 'Saved lists',
	lead: 'What you order again and again: one press puts a whole list into the cart, at today’s prices.',
	leadOf: (company) => `What ${company} orders again and again, for all its members. Prices are always today’s.`,
	none: 'There is no list yet',
	noneLead: 'Put goods into the cart and press “Save as a list”. The page of each order and ordering by SKU have that button too.',
	toCart: 'To the cart',
	toOrders: 'My orders',
	all: 'All lists',
	lines: (n) => count(n, 'item', 'items'),
	changed: (moment) => `Last changed ${moment}`,
	saveAs: 'Save as a list',
	saveAsLead: 'So that you need not choose each item again.',
	name: 'Name of the list',
	nameHint: 'Such as “Holiday gifts” or “Every month”.',
	save: 'Save the list',
	total: 'Total at today’s prices',
	partly: 'Without what is marked in red, which cannot be ordered like that today.',
	update: 'Save quantities',
	takeOut: 'Take out',
	add: 'Put the whole list into the cart',
	rename: 'Rename',
	remove: 'Remove the list',
	removeSure: 'The list will be gone; orders and the cart stay as they are.',
	removeDo: 'Remove for good',
	added: (n) => `${count(n, 'item is', 'items are')} in the cart, at today’s prices.`,
	nothingAdded: 'Nothing could be put into the cart.',
	leftOut: (n) => `${count(n, 'item', 'items')} could not be added:`,
	noGoodRows: 'There is no row yet that can be ordered and saved.'
};
