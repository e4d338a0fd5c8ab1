import type { Messages } from '../vi/index.ts';

export const policies: Messages['policies'] = {
	title: 'Policies'
};
