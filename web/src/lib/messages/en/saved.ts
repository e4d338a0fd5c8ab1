import type { Messages } from '../vi/index.ts';

export const saved: Messages['saved'] = {
	title: 'Saved'
};
