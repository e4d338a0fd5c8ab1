import type { Messages } from '../vi/index.ts';

export const offline: Messages['offline'] = {
	title: 'Offline'
};
