import type { ProgrammeTexts } from './programme.ts';

export const programme: ProgrammeTexts = {
	lead: 'OCOP, “One Commune One Product”, is a programme of the Vietnamese state: a community picks what it makes best, brings it up to standard, and has it scored by a council.',
	what: {
		title: 'What OCOP is',
		paragraphs: [
			'The programme began nationwide in 2018, after Japan’s “One Village One Product” movement. An OCOP product is a speciality of local origin, made to a standard and recognised by the state under its criteria; what is not recognised is not an OCOP product.',
			'Cooperatives, cooperative groups, small and medium enterprises, farms and registered households may take part. There are six groups: food; beverages; medicinal materials; handicrafts; ornamental plants and animals; community tourism, eco-tourism and tourist sites.'
		]
	},
	way: {
		title: 'How a product gets its stars',
		lead: 'Under Decision 26/2026/QĐ-TTg, in force since 22 May 2026.',
		steps: [
			{ title: 'File with the commune', text: 'One set on paper and one electronic, with a self-assessment against the criteria. The commune looks at local materials, labour, idea and identity, and passes the file on with five samples within 15 working days.' },
			{ title: 'The provincial council scores', text: 'At least two rounds a year. Of 100 points, 40 are for the product and its community, 25 for marketing, 35 for quality. The members’ scores are averaged, and single criteria have least marks of their own.' },
			{ title: '3 or 4 stars are recognised', text: 'The chair of the provincial People’s Committee decides and issues the certificate. Below 50 points there is a notice of the result only: no certificate, no stars.' },
			{ title: 'The centre examines 5 stars', text: 'From 90 points the province sends the file on. “Five-star potential” is not five stars: the central council scores again, and the Minister of Agriculture and Environment recognises.' },
			{ title: 'A certificate lasts 36 months', text: 'When it ends, so do the stars. To keep them, a new file is due 180 to 120 days before. A certificate is revoked for dishonesty, lost standards, breaches of law, or when production stops.' }
		]
	},
	ranks: {
		caption: 'The three ranks that are certified',
		rows: [
			{ stars: 3, points: '50 to under 70', by: 'Chair of the provincial People’s Committee', meaning: 'Distinct, of steady quality, made and sold regularly.' },
			{ stars: 4, points: '70 to under 90', by: 'Chair of the provincial People’s Committee', meaning: 'A brand on the rise, with good access to markets.' },
			{ stars: 5, points: '90 to 100', by: 'Minister of Agriculture and Environment', meaning: 'Outstanding, of high standard, ready for export.' }
		],
		note: 'Three-star certificates of 2023 to mid-2025 were recognised by districts; they hold until they expire, although districts no longer exist.'
	},
	waySources: [
		'https://vanban.chinhphu.vn/?classid=1&docid=218267&orggroupid=3&pageid=27160',
		'https://sinhthainongnghiep.net.vn/quyet-dinh-moi-ve-ocop-thong-nhat-hai-cap-danh-gia-san-pham-a33455.html'
	],
	figures: {
		title: 'Bến Tre in figures',
		lead: 'These figures were given by the press and by authorities, each on its own day. The market has not counted them; where two sources differ, both are shown.'
	},
	tiles: ['potential-products', 'groups', 'districts-covered', 'scheme-decision'],
	charts: {
		budget: {
			title: 'Budget of the scheme: more than VND 267 billion',
			summary: 'More than 34.6 billion for running the scheme and more than 232 billion for component projects. The two add up to 266.6, because the sources round and say “more than” of each.',
			heading: 'Item',
			unit: 'Billion VND',
			row: 'Scheme 2018–2020'
		},
		targets: {
			title: 'Targets for 2020',
			summary: 'Every commune has a product in the programme, and at least half of the traditional and key products are standardised. These are aims, not results.',
			heading: 'Target',
			unit: 'Percent',
			communes: 'Communes with a product',
			standardised: 'Standardised (at least)'
		},
		products: {
			title: 'OCOP products of Bến Tre over the years',
			summary: 'From 59 products in October 2020 to 200 in April 2023 and more than 270 in early 2024. For the end of 2024 two sources give two figures, 316 and 341, and neither explains the gap.',
			heading: 'When',
			unit: 'In all',
			three: '3 stars',
			four: '4 stars',
			potential: 'Five-star potential, counted apart',
			unsplit: 'Not split by stars',
			inside: (n: string) => `The 4-star figure includes ${n} with five-star potential.`,
			atLeast: 'The source says “more than”.',
			differs: 'Two sources, same month, two figures.'
		},
		five: {
			title: 'National five-star products',
			summary: 'Four Đông Á coconut candies in the sitting of 2023, and Chánh Thu frozen durian in 2024.',
			heading: 'Year',
			unit: 'Newly recognised products'
		},
		entities: {
			title: 'Who makes them: OCOP entities at the end of 2024',
			summary: 'Of the 159 entities behind 316 products more than half are households. The source that counts 341 products names 174 entities.',
			heading: 'Kind',
			unit: 'Entities'
		},
		area: {
			title: 'Area under coconut',
			summary: 'From 70,000 hectares in 2019 to about 80,000 in 2025. There is no figure for 2021.',
			heading: 'Year',
			unit: 'Hectares'
		},
		exports: {
			title: 'Exports of coconut products',
			summary: 'From more than USD 200 million in 2020 to 420 million; the year of the latter is inferred from the article.',
			heading: 'Year',
			unit: 'Million USD'
		},
		groups: {
			title: 'By group',
			summary: (n: string) => `${n} products are shown on this market, with stars and without.`,
			heading: 'Group',
			unit: 'Products'
		},
		stars: {
			title: 'By stars in force today',
			summary: (n: string) => `${n} products carry stars on this market. During the trial, numbers and dates of certificates are demonstration data.`,
			heading: 'Rank',
			unit: 'Products'
		}
	},
	notes: ['budget-horizon', 'ocop-new-vinh-long'],
	notesTitle: 'Worth knowing',
	today: {
		title: 'On this market today',
		lead: 'This part the market counts itself, from its own catalogue, as you open the page. The catalogue is smaller than the programme, so do not compare it with the figures above.'
	}
};
