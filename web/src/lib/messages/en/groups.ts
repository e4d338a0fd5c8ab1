import type { Messages } from '../vi/index.ts';

export const groups: Messages['groups'] = {
	title: 'Groups'
};
