import type { Messages } from '../vi/index.ts';

export const programme: Messages['programme'] = {
	title: 'The OCOP programme',
	table: 'Figures and sources',
	note: 'Note',
	asOf: (when) => `As of ${when}`,
	stars: 'Rank',
	points: 'Points',
	decidedBy: 'Recognised by',
	meaning: 'What it means'
};
