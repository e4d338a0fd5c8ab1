import type { Messages } from '../vi/index.ts';

export const nav: Messages['nav'] = {
	label: 'Main',
	products: 'Products',
	certified: 'OCOP certified',
	producers: 'Makers',
	places: 'Places',
	saved: 'Saved',
	cart: 'Cart',
	account: 'Account',
	ranking: 'How results are ranked',
	breadcrumbs: 'You are here',
	home: 'Home'
};
