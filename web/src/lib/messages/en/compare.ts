import type { Messages } from '../vi/index.ts';

export const compare: Messages['compare'] = {
	title: 'Compare products',
	action: 'Compare'
};
