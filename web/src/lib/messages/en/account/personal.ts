import type { personal as vi } from '../../vi/account/personal.ts';

export const personal: typeof vi = {
	lead: 'What you have agreed to, what the market keeps of you, and how to be forgotten.',
	consents: 'What you have agreed to',
	given: (date) => `Agreed on ${date}`,
	ended: (given, ended) => `agreed on ${given}, withdrawn on ${ended}`,
	notGiven: 'You have not agreed.',
	give: 'I agree',
	withdraw: 'Withdraw',
	needed: 'The account needs this. To withdraw it, have the account erased.',
	before: 'Before',
	copyTitle: 'A copy of your data',
	copyLead: 'Everything that the market keeps of you, in one JSON file, to read or to take elsewhere. The law gives us 10 days; you get it now.',
	copy: 'Get the copy',
	eraseTitle: 'Erase the account',
	eraseLead:
		'After 7 days your name and e-mail address are gone and you can sign in no more. Within those 7 days you can change your mind. What the law wants kept, such as certificates, orders and the audit, stays under another name; an order that is on its way keeps its address until goods and money have arrived. The products of your organisation stay.',
	erase: 'Ask for the account to be erased',
	password: 'Present password',
	waits: (date) => `The account will be erased on ${date}. Until then you can use it as always.`,
	clock: (asked, end) => `Asked for on ${asked}; by law it must be done before ${end}.`,
	keep: 'I have changed my mind: keep the account'
};
