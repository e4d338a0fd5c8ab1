import type { stock as vi } from '../../vi/workspace/stock.ts';

export const stock: typeof vi = {
	title: 'Stock and prices',
	lead: 'Change everything in one table and save once. Buyers see it at once.',
	keys: 'Enter and the arrow keys move along a column, as in a spreadsheet.',
	none: 'There is nothing here yet. A pack appears once its listing is approved and it has a price.',
	product: 'Pack',
	stock: 'Stock',
	price: 'Price (₫)',
	stockOf: (offer) => `Stock of ${offer}`,
	priceOf: (offer) => `Price of ${offer}`,
	save: 'Save the table',
	changed: 'Somebody else has just changed this row. What you typed is still here; saving again overwrites theirs.',
	notOnSale: 'not on sale'
};
