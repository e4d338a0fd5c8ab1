import type { complaint as vi } from '../vi/complaint.ts';

export const complaint: typeof vi = {
	subjects: {
		INFORMATION: 'What is said of a product or a producer is wrong',
		STARS: 'Stars or a certificate are not right',
		RIGHTS: 'A trade mark, an indication of origin, a picture or personal data is used without right',
		DANGER: 'Goods are forbidden or dangerous',
		OTHER: 'Something else'
	},
	title: 'Report something wrong',
	lead: 'Anybody can, without an account. A letter confirms it at once, and another brings the answer in time.',
	about: 'What is wrong?',
	aboutMissing: 'Choose what is wrong.',
	term: (days) => (days === 1 ? 'Answered within 1 working day' : `Answered within ${days} working days`),
	product: 'Product',
	noProduct: 'It is not about a product',
	name: 'Your name',
	emailHint: 'The answer goes here.',
	text: 'Tell us more',
	textHint: 'What is wrong, where, and how you know. Add the certificate’s number or the page’s address if you have it.',
	onlyOffice: 'Only the programme office sees your name and e-mail address.',
	privacy: 'Privacy',
	send: 'Send the complaint',
	filed: 'We have your complaint',
	filedLead: (reference, date) => `Its reference is ${reference}. The programme office answers by ${date}.`,
	filedMore: 'A letter that confirms it has been sent to you. If you do not see it, look among the junk mail.',
	another: 'Report something else',
	rules: 'How complaints are dealt with'
};
