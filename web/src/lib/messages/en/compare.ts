import type { Messages } from '../vi/index.ts';

export const compare: Messages['compare'] = {
	title: 'Compare products',
	lead: 'Put up to four products side by side: stars and certificate, price by quantity, minimum order, maker. Find a product below, or press “Compare” on a product’s page.',
	one: 'There is only one product so far. Add another below to compare.',
	unknown: 'Not on the market, so left out:',
	tooMany: (n) => `The table holds ${n} products. Left out:`,
	differs: 'They differ',
	remove: 'Remove',
	price: 'Price for the fewest',
	priceAt: (n) => `Unit price for ${n}`,
	tooFew: (minimum) => `Sold from ${minimum}`,
	stock: 'Availability',
	none: 'None',
	packs: 'Other packs',
	add: 'Add a product',
	find: 'Name of a product',
	search: 'Find',
	found: (words) => `Found for “${words}”:`,
	similar: 'Of the same kind:',
	nothing: (words) => `No product was found for “${words}”.`,
	searchAll: 'Try the search page'
};
