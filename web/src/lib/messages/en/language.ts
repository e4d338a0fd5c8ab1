import type { Messages } from '../vi/index.ts';

/** The offer is for a reader of the other language, so its words are in that one. */
export const language: Messages['language'] = {
	offer: 'Xem trang này bằng tiếng Việt?',
	offerLabel: 'Trang này bằng tiếng Việt',
	accept: 'Tiếng Việt',
	decline: 'Không, cảm ơn'
};
