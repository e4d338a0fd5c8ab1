import type { Messages } from '../vi/index.ts';

export const saved: Messages['saved'] = {
	title: 'Saved',
	save: 'Save',
	isSaved: 'Saved',
	see: 'See the list',
	full: 'The list already holds 60 products, or this browser keeps nothing.'
};
