import type { workspace as vi } from '../vi/workspace.ts';
import { listing } from './workspace/listing.ts';
import { offers } from './workspace/offers.ts';
import { pictures } from './workspace/pictures.ts';
import { sheets } from './workspace/sheets.ts';
import { stock } from './workspace/stock.ts';

export const workspace: typeof vi = {
	listing,
	offers,
	pictures,
	sheets,
	stock,
	steps: {
		SUBMIT: 'Hand in for review',
		WITHDRAW: 'Take back to edit',
		DISCARD: 'Drop the changes',
		PAUSE: 'Hide from the market',
		RESUME: 'Show on the market again',
		ARCHIVE: 'End the listing',
		RESTORE: 'Take up again as a draft'
	},
	takenDown: 'Taken down by the office',
	title: 'To do today',
	parts: 'Parts of the workspace',
	todayTab: 'Today',
	listings: 'Products',
	stockTab: 'Stock & prices',
	sheetsTab: 'Spreadsheets',
	viewer: 'You can see everything here. To change things, ask an owner to make you an editor.',
	publicEntry: 'Your page on the market',
	newListing: 'List a new product',
	waitTitle: 'The programme office is looking at your papers',
	waitLead: 'It usually takes a few working days. Then the office opens your page on the market, and you list products right here.',
	refusedTitle: 'The papers do not agree yet',
	refusedLead: 'The programme office has looked at them and noted why. Contact the office to complete them.',
	wayTitle: 'The way to the market',
	way: ['Register the organisation', 'The office looks at the papers', 'Write the listing and add pictures', 'The office reviews it', 'Set prices and start selling'],
	wayDone: 'done',
	wayNow: 'you are here',
	papers: 'See the organisation’s papers',
	calmTitle: 'Nothing urgent today',
	calm: 'No listing to correct, no certificate about to expire, nothing about to sell out.',
	firstTitle: 'List your first product',
	first: 'A Vietnamese name is enough for a draft. Description, pictures and prices can follow at any time.',
	returnedTitle: 'Listings to correct',
	expiringTitle: 'Certificates about to expire',
	expires: (number, date) => `Certificate ${number}, valid until ${date}`,
	lowTitle: 'About to sell out',
	low: (count, unit) => `${count} left (${unit})`,
	toStock: 'Update the stock',
	draftsTitle: 'Drafts being written',
	fix: 'Correct it',
	countsTitle: 'The organisation’s products',
	all: 'All',
	none: 'There is no listing here.',
	noneAtAll: 'The organisation has no product on the market yet.',
	done: {
		saved: 'Saved.',
		SUBMIT: 'Handed in. The programme office will look at it; meanwhile you can add pictures.',
		WITHDRAW: 'Taken back. It is a draft that you can go on with.',
		DISCARD: 'The changes are dropped.',
		PAUSE: 'The product is hidden from the market.',
		RESUME: 'The product is on the market again.',
		ARCHIVE: 'The listing is ended.',
		RESTORE: 'It is a draft again.',
		picture: 'The picture is added.',
		arranged: 'The pictures are saved.',
		removed: 'The picture is gone.',
		offer: 'Saved. Buyers see it at once.',
		stock: 'Stock and prices are saved. Buyers see them at once.'
	}
};
