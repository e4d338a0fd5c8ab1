import type { books as vi } from '../../vi/office/books.ts';

export const books: typeof vi = {
	tab: 'Books',
	title: 'Do the books agree?',
	lead: 'The shop reads stock, orders, the journal, the search index and certificates anew and holds them against each other. Nothing is changed.',
	look: 'Look now',
	again: 'Look again',
	patience: 'This takes some seconds, longer in a large shop.',
	at: (moment) => `Looked at ${moment}`,
	good: (count) => `All ${count} hold`,
	bad: (count) => (count === '1' ? '1 does not hold' : `${count} do not hold`),
	holds: 'Holds',
	broken: 'Does not hold',
	subject: 'Where',
	expected: 'Should be',
	found: 'Is',
	more: (count) => `and ${count} more`,
	tooLong: 'This took longer than a page can wait',
	tooLongLead: 'Try again when the shop is quiet, or have somebody run “prove” on the server.'
};
