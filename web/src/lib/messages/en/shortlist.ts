import type { Messages } from '../vi/index.ts';
import { count } from './count.ts';

export const shortlist: Messages['shortlist'] = {
	listTitle: 'Saved products',
	lead: 'The list lives in this browser; no account is needed. Stars and prices below are today’s.',
	compare: 'Compare the chosen ones',
	pick: 'Choose to compare',
	link: 'Link to this list',
	removed: 'Removed',
	removedOne: 'One product was removed from the list.',
	undo: 'Save it again',
	gone: (n) => `${count(n, 'product is', 'products are')} no longer on the market`,
	removeGone: 'Remove from the list',
	sharedTitle: 'A shared list',
	sharedLead: (n) => `Somebody sent you ${count(n, 'product', 'products')}. Your own list is unchanged.`,
	saveAll: 'Save this whole list',
	toOwn: 'See my list',
	sharedEmpty: 'This link leads to no product that is still on the market.',
	empty: 'Nothing here yet. Press the bookmark in the corner of a product to keep it for later, compare it or send it on.',
	toProducts: 'See the products'
};
