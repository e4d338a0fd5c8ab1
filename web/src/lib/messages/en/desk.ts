import type { desk as vi } from '../vi/desk.ts';

export const desk: typeof vi = {
	states: {
		DRAFT: 'Draft',
		IN_REVIEW: 'In review',
		RETURNED: 'To be corrected',
		APPROVED: 'Approved',
		PAUSED: 'Paused',
		ARCHIVED: 'Ended'
	},
	live: {
		NONE: 'Not on the market yet',
		SHOWN: 'On the market',
		HIDDEN: 'Hidden from the market'
	},
	account: 'Account',
	actsFor: (agent, organisation) => `${agent} acting for ${organisation}`,
	stillAtWork: 'The file was sent, but is still being worked on after half a minute. Reload the page in a minute and see whether it is there before you send it again.',
	stopActing: 'Stop acting for them',
	fields: {
		listing: 'The whole listing',
		'name.vi': 'Name in Vietnamese',
		'name.en': 'Name in English',
		'description.vi': 'Description in Vietnamese',
		'description.en': 'Description in English',
		'packaging.vi': 'Packaging in Vietnamese',
		'packaging.en': 'Packaging in English',
		category: 'Category',
		group: 'OCOP product group',
		keywords: 'Keywords',
		'season.harvestMonths': 'Harvest months',
		'season.blackouts': 'Breaks'
	},
	before: 'On the market now',
	after: 'New text',
	nothing: 'Nothing yet',
	takenAway: 'Left empty',
	claims: {
		forbidden: 'May not be said',
		open: 'Not backed yet',
		backed: 'Backed',
		proven: 'Backed by a paper'
	},
	picture: (place) => `Picture ${place}`,
	more: 'Show more',
	fromStart: 'Back to the start',
	sentAt: (moment) => `Handed in at ${moment}`,
	notNumber: 'Write a whole number, such as 40 or 55,000.',
	notDay: (line) => `The day “${line}” cannot be read. Write it as 05/02/2027.`,
	fileMissing: 'Choose a picture file.',
	fileTooLarge: 'The file is larger than 15 MB. Take or save a smaller picture and send it again.'
};
