import type { members as vi } from '../../vi/account/members.ts';

export const members: typeof vi = {
	lead: 'The organisation for which you act, and its people.',
	none: 'You act for no organisation. Choose or register one on the page of your account.',
	toAccount: 'To the account',
	states: {
		UNVERIFIED: 'The programme office has not looked at the papers yet. Listings wait until it has.',
		VERIFIED: 'The programme office has seen the papers, and they agree.',
		REFUSED: 'The papers do not agree.'
	},
	state: 'Papers',
	kind: 'On the market',
	form: 'Legal form',
	registrationNumber: 'Registration number',
	taxCode: 'Tax code',
	representative: 'Representative',
	members: 'Members',
	since: (date) => `since ${date}`,
	you: 'you',
	role: 'Role',
	roleOf: (name) => `Role of ${name}`,
	changeRole: 'Change the role',
	remove: 'Take out of the organisation',
	removeSure: (name) => `${name} can do nothing for the organisation any more, from the next click on. Only a new invitation brings them back.`,
	removeDo: 'Yes, take out',
	open: 'Open invitations',
	until: (date) => `can be accepted until ${date}`,
	withdraw: 'Take the invitation back',
	change: 'Change the details',
	changeLead: 'With another name, form, number, tax code or representative the programme office looks at the papers again. What is for sale stays for sale.',
	changeDo: 'Save the details',
	inviteTitle: 'Invite somebody',
	inviteLead: 'They get a letter with a link that works for 7 days.',
	invite: 'Send the invitation',
	roleHint: 'An owner decides over members; an editor sells and buys; a viewer only looks.'
};
