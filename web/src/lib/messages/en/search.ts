import type { Messages } from '../vi/index.ts';
import { count } from './count.ts';

export const search: Messages['search'] = {
	label: 'Search products',
	placeholder: 'Coconut candy, pomelo, essential oil…',
	submit: 'Search',
	suggestions: 'Suggestions',
	suggestionCount: (n) =>
		n ? `${n} suggestion${n === 1 ? '' : 's'}, use the arrow keys to choose` : 'No suggestions',
	kinds: { PRODUCT: 'Product', PRODUCER: 'Maker', GROUP: 'Group' },
	title: 'Products',
	titleFor: (words) => `Results for “${words}”`,
	count: (n) => count(n, 'product', 'products'),
	filters: 'Filters',
	closeFilters: 'Close filters',
	show: (n) => `Show ${count(n, 'product', 'products')}`,
	active: 'Filtered by',
	remove: (what) => `Remove filter ${what}`,
	understood: (words) => `read from “${words}”`,
	clear: 'Clear all filters',
	sort: 'Sort by',
	apply: 'Apply',
	sorts: {
		RELEVANCE: 'Best match',
		NAME: 'Name A–Z',
		PRICE_ASC: 'Lowest price first',
		PRICE_DESC: 'Highest price first',
		STARS: 'Most OCOP stars first',
		NEWEST: 'Newest'
	},
	certifiedOnly: 'OCOP certificate in force',
	exportedTo: 'Exported to',
	didYouMean: 'Did you mean',
	otherSpellings: (n) => `Show ${count(n, 'product', 'products')} more, spelled with other marks`,
	exactMarks: 'Only the marks as typed',
	otherSpellingsShown: 'Names spelled with other marks are included.',
	why: 'Why here?',
	whyAll: 'All criteria, in order',
	fields: { name: 'Vietnamese name', description: 'Description', producer: 'Maker' },
	otherField: 'Matched in',
	previous: 'Previous',
	next: 'Next',
	list: 'List of products',
	pages: 'Pages of results',
	emptyTitle: 'Nothing found yet',
	emptyFor: (words) => `No product matches “${words}” with these filters.`,
	emptyTips: [
		'Use fewer words: “coconut candy” rather than a whole brand name.',
		'Vietnamese works without marks: “keo dua”, “buoi da xanh”.',
		'Remove a filter, or browse by group below.'
	],
	problem: 'This cannot be searched for',
	noPaidPlace: 'Nobody pays for a better place.'
};
