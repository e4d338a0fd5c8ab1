import type { Messages } from '../vi/index.ts';

export const footer: Messages['footer'] = {
	about:
		'An open market for the OCOP products and specialities of Bến Tre, since July 2025 part of Vĩnh Long province.',
	visit: 'Visit',
	allProducts: 'All products',
	people: 'Places and makers',
	compare: 'Compare products',
	saved: 'Saved products',
	know: 'Good to know',
	programme: 'The OCOP programme',
	verify: 'Check a certificate',
	help: 'Questions and answers',
	rules: 'Rules',
	terms: 'Terms of use',
	privacy: 'Privacy',
	complaints: 'Complaints',
	feed: 'News by RSS',
	noTracking: 'No tracking, and no calls to anyone else’s servers.'
};
