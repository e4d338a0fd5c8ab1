import type { Messages } from '../vi/index.ts';
import { count } from './count.ts';

export const groups: Messages['groups'] = {
	title: 'Groups',
	group: (roman) => `Group ${roman}`,
	count: (n) => `${count(n, 'product', 'products')} on the market`,
	certifiedCount: (n) => `${n} OCOP certified today`,
	belongs: 'What belongs to it',
	law: 'Defined by',
	lawFrom: (date) => `in force from ${date}`,
	shelves: 'Shelves',
	shelfCount: (n) => count(n, 'product', 'products'),
	products: 'Products of this group',
	certifiedFirst: 'Certified products come first.',
	makers: 'The makers',
	search: 'Filter and search this group',
	empty: 'Nothing of this group is on the market yet.',
	emptyText: 'Once a maker sends something in, it will stand here. Meanwhile there are the other groups.',
	ended: 'This group is no longer in force',
	endedText: (name) => `Under the newer text, its products belong to the group “${name}”.`,
	toSuccessor: (name) => `Go to ${name}`,
	others: 'Other groups'
};
