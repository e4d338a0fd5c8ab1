import type { Messages } from '../vi/index.ts';

export const shop: Messages['shop'] = {
	name: 'Chợ Xứ Dừa',
	tagline: 'Coconut Country Market, Bến Tre',
	description:
		'The market for OCOP products and specialities of Bến Tre, Vietnam: coconut candy, fruit, coconut craft, seafood and garden tourism, with their certificates and makers.',
	descriptionOf: (subject: string) =>
		`${subject} – the market for OCOP specialities of Bến Tre, Vietnam: real products, their makers, sources and certificates in force.`,
	skip: 'Skip to main content',
	otherLanguage: 'Tiếng Việt',
	demonstration:
		'On trial: products and makers are real; prices, terms, stock and certificate numbers and dates are demonstration data.'
};
