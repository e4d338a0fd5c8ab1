import type { Messages } from '../vi/index.ts';

export const nav: Messages['nav'] = {
	label: 'Main',
	products: 'Products',
	certified: 'OCOP certified',
	producers: 'Makers',
	ranking: 'How results are ranked',
	breadcrumbs: 'You are here',
	home: 'Home'
};
