import type { Messages } from '../vi/index.ts';
import { count } from './count.ts';

export const producer: Messages['producer'] = {
	title: 'Makers',
	lead: 'The cooperatives, groups, enterprises and households behind the products.',
	count: (n) => count(n, 'maker', 'makers'),
	list: 'List of makers',
	productCount: (n) => count(n, 'product', 'products'),
	products: 'Products of this maker',
	none: 'This maker has no products on the market yet.',
	makes: 'Makes',
	kind: 'Kind',
	noStars: 'OCOP stars belong to a product, never to its maker.'
};
