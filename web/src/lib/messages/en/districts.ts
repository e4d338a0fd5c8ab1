import type { Messages } from '../vi/index.ts';

export const districts: Messages['districts'] = {
	title: 'Places'
};
