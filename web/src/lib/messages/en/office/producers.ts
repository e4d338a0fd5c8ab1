import type { producers as vi } from '../../vi/office/producers.ts';

export const producers: typeof vi = {
	tab: 'Acting for others',
	title: 'Act for a producer',
	lead: 'Where a producer cannot keep its listings up to date, the office does it for them. The log names both.',
	name: 'Name of the producer, or a part of it',
	find: 'Find',
	all: 'See all producers',
	states: {
		VERIFIED: 'Verified',
		UNVERIFIED: 'To be verified',
		REFUSED: 'Papers do not agree'
	},
	actFor: 'Act for them',
	more: 'There are more. Type more of the name.',
	none: 'No producer has an account yet',
	noneLead: 'Producers that register on the market appear here.',
	noneFound: (name) => `No producer has a name with “${name}” in it`
};
