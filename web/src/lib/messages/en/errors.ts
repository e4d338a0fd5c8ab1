import type { Messages } from '../vi/index.ts';

export const errors: Messages['errors'] = {
	notFoundTitle: 'There is no such page',
	notFound: 'The product may have been withdrawn, or the address mistyped. Search for it here:',
	nearest: 'Was it one of these?',
	languages: 'The market speaks two languages.',
	/** In the other language. */
	languagesThere: 'Chợ có hai ngôn ngữ:',
	downTitle: 'The market is taking a short rest',
	down: 'The catalogue is not answering. This usually passes quickly.',
	downRetry: 'The page reloads by itself as soon as the catalogue answers.',
	badTitle: 'That request was not right',
	bad: 'Part of this address is not valid. Please start again from the search box.',
	otherTitle: 'Something went wrong',
	other: 'The fault is on our side, not yours. Please reload the page in a few minutes.',
	reload: 'Reload the page',
	home: 'Home page',
	goOn: 'Or go on from here',
	code: 'Error code',
	loading: 'Loading…',
	waiting: 'The catalogue is not answering.',
	waitingText: 'The page you were on is still here; the new one opens as soon as it can.',
	again: 'Try again now',
	openAnyway: 'Open the new page anyway'
};
