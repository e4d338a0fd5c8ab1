import type { mandates as vi } from '../../vi/account/mandates.ts';

export const mandates: typeof vi = {
	title: 'Who may act for you',
	lead: 'A co-operative or a co-operative group can see to listings, prices and stock for you. Whatever it does is noted under both names.',
	none: 'Nobody yet.',
	end: 'End it',
	give: 'Let it act',
	taxCode: 'Tax code of the co-operative',
	taxHint: 'It needs an account here, and the programme office must have seen its papers.'
};
