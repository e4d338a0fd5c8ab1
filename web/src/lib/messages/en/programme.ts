import type { Messages } from '../vi/index.ts';

export const programme: Messages['programme'] = {
	title: 'The OCOP programme',
	table: 'Figures and sources',
	note: 'Note',
	asOf: (when) => `As of ${when}`,
	stars: 'Rank',
	points: 'Points',
	decidedBy: 'Recognised by',
	meaning: 'What it means',
	decisions: {
		title: 'OCOP decisions',
		lead: 'Every certificate that was granted, extended or revoked, newest first. Follow a number to see whether the certificate is valid today.',
		see: 'See what was granted, extended and revoked',
		certified: 'Certified',
		none: 'There are no decisions yet.',
		newest: 'Back to the newest decisions'
	}
};
