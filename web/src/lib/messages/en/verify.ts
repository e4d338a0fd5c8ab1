import type { Messages } from '../vi/index.ts';

export const verify: Messages['verify'] = {
	title: 'Check a certificate'
};
