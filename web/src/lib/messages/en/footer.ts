import type { Messages } from '../vi/index.ts';

export const footer: Messages['footer'] = {
	about:
		'An open market for the OCOP products and specialities of Bến Tre, since July 2025 part of Vĩnh Long province.',
	visit: 'Visit',
	know: 'Good to know',
	noTracking: 'No tracking, and no calls to anyone else’s servers.'
};
