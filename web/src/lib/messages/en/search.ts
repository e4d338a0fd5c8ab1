import type { Messages } from '../vi/index.ts';
import { count } from './count.ts';

export const search: Messages['search'] = {
	label: 'Search products',
	placeholder: 'Coconut candy, pomelo, essential oil…',
	submit: 'Search',
	suggestions: 'Suggestions',
	suggestionCount: (n) =>
		n ? `${count(String(n), 'suggestion', 'suggestions')}, use the arrow keys to choose` : 'No suggestions',
	kinds: { PRODUCT: 'Products', PRODUCER: 'Makers', GROUP: 'Groups' },
	recent: 'Recent searches',
	recentKept: 'Kept on this device only.',
	recentCount: (n) => `${count(String(n), 'recent search', 'recent searches')}, use the down arrow to reach them`,
	forget: (words) => `Remove “${words}” from recent searches`,
	forgetAll: 'Clear all',
	remove: (what) => `Remove filter ${what}`,
	previous: 'Previous',
	next: 'Next',
	pages: 'Pages of results'
};
