import type { Messages } from '../vi/index.ts';

export const language: Messages['language'] = {
	title: 'Language'
};
