import type { Messages } from '../vi/index.ts';
import { count } from './count.ts';

const months = [
	'January', 'February', 'March', 'April', 'May', 'June',
	'July', 'August', 'September', 'October', 'November', 'December'
];
const monthName = (n: number) => months[n - 1] ?? String(n);

export const home: Messages['home'] = {
	heading: 'The best of coconut country, from the hands that make it',
	lead: 'Search the OCOP products and specialities of Bến Tre. Each one says who makes it, where, and which certificate is in force.',
	try: 'Try:',
	tries: ['coconut candy', 'pomelo', 'rice paper', 'coconut oil', '4 stars Chợ Lách'],
	groups: 'Six groups',
	groupCount: (n) => count(n, 'product', 'products'),
	certified: 'OCOP certified today',
	certifiedLead: 'Newest certificates first. Stars are shown only while the certificate is in force.',
	allCertified: 'See all certified products',
	seasons: 'Each in its season',
	seasonsNow: (month) => `${monthName(month)} in coconut country`,
	calendar: 'Twelve months',
	calendarLead: 'Months of the solar calendar. Weather and induced flowering move every season a little.',
	what: 'What',
	month: monthName,
	thisMonth: 'this month',
	inSeason: 'in season',
	offSeason: 'off-season crop, or all year',
	notStated: 'not stated',
	sources: 'Sources of the calendar',
	producers: 'The makers',
	producersLead: 'Makers with a certified product today.',
	allProducers: 'See all makers',
	map: 'Nine places on three islands',
	mapLead: 'Choose a place to see what it makes.',
	allPlaces: 'See all places and the new commune names',
	numbers: 'The market in numbers',
	products: 'products',
	certifiedProducts: 'OCOP certified today',
	makers: 'makers',
	groupsNumber: 'groups',
	ocop: 'Where OCOP stars come from',
	ocopLead: 'OCOP, “One Commune One Product”, is a programme of the Vietnamese state. Its stars are not customer ratings.',
	ocopSteps: [
		{ title: 'A commune makes it', text: 'A household, a co-operative group, a co-operative or an enterprise enters a product of its home.' },
		{ title: 'A council examines it', text: 'The council looks, tastes, reads the file and scores against published criteria.' },
		{ title: 'A certificate for 36 months', text: 'What passes gets 3 to 5 stars. Once the certificate has run out without a new one, we show no stars.' }
	],
	aboutProgramme: 'The OCOP programme',
	checkCertificate: 'Check a certificate'
};
