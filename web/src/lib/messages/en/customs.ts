import type { customs as vi } from '../vi/customs.ts';

export const customs: typeof vi = {
	title: 'Customs (HS) codes in common use',
	lead: 'For reference only: the right code depends on what is in the lot and on the customs of the importing country.',
	market: 'Market',
	code: 'HS code',
	goods: 'Used for'
};
