import type { Messages } from '../vi/index.ts';
import { count } from './count.ts';

/** "20 boxes", but "20 kg" and "20 dozen (12 fruits)": only a plain word takes an ending. */
const units = (n: string, unit: string) => {
	if (n === '1' || !/^[a-z]{3,}$/.test(unit)) return `${n} ${unit}`;
	return `${n} ${unit}${/(s|x|ch|sh)$/.test(unit) ? 'es' : 's'}`;
};

export const product: Messages['product'] = {
	compare: 'Compare',
	stars: (n) => `OCOP ${n} stars`,
	starsMeaning: (n) => `${n} stars on its OCOP certificate, not a customer rating`,
	noCertificate: 'No OCOP certificate on this market',
	noCertificateText:
		'The market has received no OCOP certificate for this product, so no stars are shown.',
	certificate: 'OCOP certificate',
	check: 'Certificate and QR code',
	checkNumber: (number) => `Check certificate ${number}`,
	notShown: 'May not carry OCOP stars at present',
	number: 'Certificate no.',
	issued: 'Issued',
	expires: 'Expires',
	extended: 'Extended until',
	ended: 'Ended early',
	until: (date) => `until ${date}`,
	issuer: 'Issued by',
	decision: 'Decision no.',
	rules: 'Scored under',
	evidence: 'Evidence',
	grades: {
		A: 'A – signed decision or annex',
		B1: 'B1 – recognition reported by official press',
		B2: 'B2 – proposal or scoring only',
		C: 'C – the seller’s own claim'
	},
	stateTexts: {
		VALID: 'The product may carry OCOP stars.',
		EXPIRING: 'The product may still carry OCOP stars; the certificate expires soon.',
		EXTENDED: 'The certificate is past its term and stays valid while it is reviewed.',
		NOT_YET_VALID: 'The certificate is not in force yet.',
		EXPIRED: 'The certificate has expired and the market has seen no new one.',
		REVOKED: 'The certificate has been revoked.',
		SUPERSEDED: 'The certificate has been replaced by a newer one.'
	},
	earlier: 'Other certificates',
	demonstration: 'Demonstration data',
	illustration: 'Drawing of the kind of product; the maker has sent no photograph yet.',
	pictures: 'Pictures',
	share: 'Share',
	maker: 'Made by',
	makerUnknown: 'The sources name no maker.',
	makerAll: (n) => `See ${count(n, 'product', 'products')} of this maker`,
	place: 'Place',
	placeNow: (name) => `now part of ${name}`,
	districtEnded: (date) =>
		`The district level ended on ${date} and Bến Tre is now part of Vĩnh Long province; papers and labels from before keep the old names.`,
	pack: 'Pack',
	seePrices: 'See packs and prices',
	from: 'from',
	bestTier: (price, quantity) => `Down to ${price} from ${quantity}.`,
	units,
	minimum: 'Minimum order',
	lead: 'Lead time',
	days: (n) => (n === 1 ? '1 day' : `${n} days`),
	left: (quantity) => `${quantity} left`,
	noOffers: 'Not priced on this market yet.',
	askPrice: 'No price yet',
	facts: 'About this product',
	group: 'Group',
	category: 'Kind',
	packaging: 'Packaging',
	exports: 'Export markets',
	certifications: 'Other certifications',
	preparing: (name) => `${name} (in preparation, not held)`,
	updated: (date) => `Updated on ${date}`,
	unstated: 'Not stated by the maker',
	missing: 'Not stated',
	sources: 'Sources',
	sourcesLead: 'Name, maker and description come from these pages:',
	similar: 'Similar products',
	others: 'By the same maker',
	descriptionMissing: 'The maker has sent no description yet.'
};
