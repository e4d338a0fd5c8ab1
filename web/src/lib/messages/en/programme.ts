import type { Messages } from '../vi/index.ts';

export const programme: Messages['programme'] = {
	title: 'The OCOP programme'
};
