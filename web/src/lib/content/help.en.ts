import type { Paths } from '#lib/paths.ts';
import type { Topic } from './help.ts';

export const help = (paths: Paths): Topic[] => [
	{
		title: 'Finding things',
		questions: [
			{
				id: 'without-marks',
				question: 'Can I search without Vietnamese marks?',
				answer: [
					'Yes. “keo dua” finds kẹo dừa (coconut candy); leftovers of the Telex or VNI keyboards such as “keoj duwaf”, words run together and a typing error are understood too. English words work as well.',
					'Where you do type marks, they count: “dừa” (coconut) leaves out pineapple, melon and chopsticks, which differ only in marks. To see those too, follow the line “Show … more, spelled with other marks” above the results.'
				]
			},
			{
				id: 'words-as-filters',
				question: 'Why did some of my words become filters?',
				answer: [
					'In “4 stars Chợ Lách” the market reads “4 stars” as the OCOP rank and “Chợ Lách” as a place. Each filter is shown as a tag with the words it was read from; press the tag to take it off.'
				]
			},
			{
				id: 'order',
				question: 'Why does one product stand above another?',
				answer: [
					'Results are compared by a published list of criteria, from the top down. “Why here?” under each result says which of them it meets. Nobody pays for a better place.'
				],
				links: [{ text: 'How results are ranked', href: paths.ranking() }]
			}
		]
	},
	{
		title: 'OCOP stars',
		questions: [
			{
				id: 'what-stars-mean',
				question: 'What do OCOP stars mean, and what not?',
				answer: [
					'Stars are how a state council scored one product against published criteria: 3 stars from 50 points, 4 from 70, 5 from 90, with least marks for single criteria besides. A certificate is valid for 36 months.',
					'They are not customers’ ratings, say nothing about the price, and belong to that one product of that one maker; they do not spread to the maker’s other goods.'
				],
				links: [{ text: 'The OCOP programme', href: paths.programme() }]
			},
			{
				id: 'check-a-certificate',
				question: 'How do I check a certificate?',
				answer: [
					'Open the certificate page and type the number printed on the paper or the label. It tells for which product it was issued, how many stars, from when to when, and whether it is in force today. During the trial, numbers and dates are demonstration data.'
				],
				links: [{ text: 'Check a certificate', href: paths.verify() }]
			},
			{
				id: 'no-stars',
				question: 'Why do many products have no stars?',
				answer: [
					'Because stars are shown only with a certificate in force today. Without them a product may not have been entered, may have scored below 3 stars, its certificate may have expired or been revoked, or the market may not have received it. It is no verdict on the product.'
				]
			}
		]
	},
	{
		title: 'Prices and orders',
		questions: [
			{
				id: 'prices',
				question: 'Are the prices real?',
				answer: [
					'Not yet. The market is on trial: names, makers, places and descriptions come from public sources, but prices, stock and lead times are demonstration data. An “indicative price” is one that a source once named, with its year.'
				]
			},
			{
				id: 'ordering',
				question: 'How do I order?',
				answer: [
					'Put packs into the cart, of as many makers as you like, and order in one go, with an account or without. Each maker gets an order of its own and answers for it. You pay by card, by VietQR, in cash at the door, or, as a verified organisation, after delivery. Without an account, keep the order’s link: it is the key to it.',
					'This is a trial: the goods are demonstration data and no money moves. Nobody may collect money in this market’s name before it has an operator and its rules on payment, delivery and returns are in force.'
				],
				links: [{ text: 'Terms of use', href: paths.terms() }]
			},
			{
				id: 'saving-and-comparing',
				question: 'How do saving and comparing work?',
				answer: [
					'Press “Save” on a product to keep it in this browser; no account is needed. The list goes when you clear the browser’s data, and does not move to another device. The comparison puts a few products side by side; its address can be shared.'
				],
				links: [
					{ text: 'Saved', href: paths.saved() },
					{ text: 'Compare', href: paths.compare() }
				]
			}
		]
	},
	{
		title: 'Places and makers',
		questions: [
			{
				id: 'districts-after-2025',
				question: 'Why are districts named that no longer exist?',
				answer: [
					'On 1 July 2025 Bến Tre became part of Vĩnh Long province and the district level ended. Certificates, labels and geographical indications from before keep the old names, and people still know the goods by them. The market gives the name of the time, with today’s commune or ward where it is known.'
				],
				links: [{ text: 'By place', href: paths.districts() }]
			},
			{
				id: 'being-listed',
				question: 'I am a maker: how do I get listed or correct my record?',
				answer: [
					'For now records are made from public sources, and there are no accounts for makers. Once they open, a maker registers, is verified, and sends pictures, prices and certificates, which are looked at before they are shown.',
					'If something is wrong, please follow the Complaints page: the address of the page, what to correct, and the decision or label that shows it.'
				],
				links: [{ text: 'Complaints and corrections', href: paths.complaints() }]
			}
		]
	},
	{
		title: 'Using this site',
		questions: [
			{
				id: 'complaints',
				question: 'Where can I complain, and how long does it take?',
				answer: [
					'The Complaints page has the steps, the times, what to include, and whom else you can turn to. The trial has no operator and so no address yet; once there is one, receipt is confirmed within 2 working days.'
				],
				links: [{ text: 'Complaints', href: paths.complaints() }]
			},
			{
				id: 'languages',
				question: 'How do I change the language?',
				answer: [
					'Press “Tiếng Việt” at the top for the same page in Vietnamese. The market remembers your choice to remind you next time, but never moves you by itself. The Vietnamese name of a product is always the original.'
				]
			},
			{
				id: 'offline',
				question: 'Does it work without a connection?',
				answer: [
					'Pages you opened lately may be read again offline, if your browser allows it. Prices and certificates are then those of your last visit, so check them when you are back online.'
				]
			},
			{
				id: 'privacy',
				question: 'What does the market know about me?',
				answer: [
					'Very little. No account, no tracking, no advertising. Recent searches, saved products and the language stay in your browser and can be deleted at any time.'
				],
				links: [{ text: 'Privacy', href: paths.privacy() }]
			}
		]
	}
];
