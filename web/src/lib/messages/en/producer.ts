import type { Messages } from '../vi/index.ts';
import { count } from './count.ts';

export const producer: Messages['producer'] = {
	title: 'Makers',
	lead: 'The cooperatives, groups, enterprises and households behind the products.',
	count: (n) => count(n, 'maker', 'makers'),
	list: 'List of makers',
	filter: 'Filter the makers',
	kinds: {
		COOPERATIVE: 'Co-operative',
		COOPERATIVE_GROUP: 'Co-operative group',
		ENTERPRISE: 'Enterprise',
		HOUSEHOLD: 'Household business'
	},
	kind: 'Legal form',
	district: 'Place',
	all: 'All',
	nothing: 'No maker fits both conditions.',
	seeAll: 'See all makers',
	productCount: (n) => count(n, 'product', 'products'),
	products: 'Products of this maker',
	none: 'This maker has no products on the market yet.',
	withStars: (n) => `${count(n, 'product carries', 'products carry')} OCOP stars today`,
	noStars: 'OCOP stars belong to a product, never to its maker.'
};
