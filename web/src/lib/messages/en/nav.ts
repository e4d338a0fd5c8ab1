import type { Messages } from '../vi/index.ts';
import { count } from './count.ts';

export const nav: Messages['nav'] = {
	label: 'Main',
	products: 'Products',
	certified: 'OCOP certified',
	producers: 'Makers',
	places: 'Places',
	saved: 'Saved',
	savedCount: (n) => `${count(String(n), 'product', 'products')} saved`,
	cart: 'Cart',
	account: 'Account',
	ranking: 'How results are ranked',
	breadcrumbs: 'You are here',
	home: 'Home'
};
