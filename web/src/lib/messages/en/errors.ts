import type { Messages } from '../vi/index.ts';

export const errors: Messages['errors'] = {
	notFoundTitle: 'There is no such page',
	notFound: 'The product may have been withdrawn, or the address mistyped. Search for it here:',
	downTitle: 'The market is taking a short rest',
	down: 'The catalogue is not answering. This usually passes quickly; please reload the page.',
	badTitle: 'That request was not right',
	bad: 'Part of this address is not valid. Please start again from the search box.',
	otherTitle: 'Something went wrong',
	other: 'The fault is on our side, not yours. Please reload the page in a few minutes.',
	reload: 'Reload the page',
	home: 'Home page',
	code: 'Error code'
};
