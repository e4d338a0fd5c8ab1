import type { Messages } from '../vi/index.ts';
import { count } from './count.ts';

export const districts: Messages['districts'] = {
	title: 'Places',
	heading: 'The places of coconut country',
	lead: 'The eight districts and the city of the former Bến Tre province, on three islands between four arms of the Mekong.',
	map: 'Map of the nine districts of the former Bến Tre province',
	mapNote: 'Drawn by hand with approximate borders: for finding one’s way, not for measuring.',
	rivers: {
		tien: 'Tiền river',
		myTho: 'Mỹ Tho river',
		baLai: 'Ba Lai river',
		hamLuong: 'Hàm Luông river',
		coChien: 'Cổ Chiên river',
		sea: 'East Sea',
		north: 'N'
	},
	list: 'List of places',
	count: (n) => count(n, 'product', 'products'),
	certifiedCount: (n) => `${n} OCOP certified today`,
	products: 'Products of this place',
	certifiedFirst: 'Certified products come first.',
	groups: 'Which groups it has',
	makers: 'The makers',
	search: 'Filter and search this place',
	empty: 'Nothing from here is on the market yet.',
	change: 'What changed on 1 July 2025',
	ended: (date) => `The district level ended after ${date}; the old name stays on packs and certificates.`,
	communes: 'Communes, wards and townships, then and now',
	communesLead: 'Packs and certificates often bear the old name; new maps show the later one.',
	before: 'Before',
	now: 'Now part of',
	unchanged: 'successor not known',
	here: 'Products',
	kinds: { commune: 'Commune', ward: 'Ward', township: 'Township' },
	others: 'Other places',
	where: (name) => `Where ${name} lies on the map`
};
