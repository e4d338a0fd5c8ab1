import type { Messages } from '../vi/index.ts';
import { count } from './count.ts';

export const home: Messages['home'] = {
	heading: 'The best of coconut country, from the hands that make it',
	lead: 'Search the OCOP products and specialities of Bến Tre. Each one says who makes it, where, and which certificate is in force.',
	try: 'Try:',
	tries: ['coconut candy', 'pomelo', 'rice paper', 'coconut oil', '4 stars Chợ Lách'],
	groups: 'Six groups',
	groupCount: (n) => count(n, 'product', 'products'),
	certified: 'OCOP certified today',
	certifiedLead: 'Stars are shown only while the certificate is in force.',
	allCertified: 'See all certified products',
	producers: 'The makers',
	producersLead: 'Cooperatives, cooperative groups, enterprises and households.',
	allProducers: 'See all makers',
	numbers: 'The market in numbers',
	products: 'products',
	certifiedProducts: 'OCOP certified today',
	makers: 'makers',
	groupsNumber: 'groups',
	trust: 'What do OCOP stars mean?',
	trustText:
		'OCOP, “One Commune One Product”, is a programme of the Vietnamese state. A council scores a product against published criteria and issues a certificate of 3 to 5 stars, valid for 36 months. These stars are not customer ratings.'
};
