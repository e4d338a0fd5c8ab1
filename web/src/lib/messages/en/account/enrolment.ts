import type { enrolment as vi } from '../../vi/account/enrolment.ts';

export const enrolment: typeof vi = {
	organisations: 'Your organisations',
	none: 'You belong to no organisation yet. Register yours below, or open the link of an invitation.',
	registerTitle: 'Register an organisation',
	registerLead: 'You will be its owner. The programme office looks at its papers before its goods are listed.',
	kind: 'What does it do on the market?',
	kindHints: { PRODUCER: 'Makes products and sells them', DISTRIBUTOR: 'Buys in bulk to sell on', BUYER: 'Buys for itself' },
	organisationName: 'Name of the organisation',
	organisationNameHint: 'As it is registered.',
	form: 'Legal form',
	formHint: 'Only a producer has to choose.',
	formNone: 'Not chosen',
	registrationNumber: 'Registration number',
	registrationHint: 'Of the co-operative, business or household registration.',
	taxCode: 'Tax code',
	taxHint: '10 digits, 10 and 3 after a dash, or 12.',
	representative: 'Representative',
	district: 'District',
	districtNone: 'Not chosen',
	register: 'Register the organisation'
};
