import type { Messages } from '../vi/index.ts';

export const help: Messages['help'] = {
	title: 'Help'
};
