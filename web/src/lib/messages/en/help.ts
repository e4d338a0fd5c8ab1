import type { Messages } from '../vi/index.ts';

export const help: Messages['help'] = {
	title: 'Help',
	lead: 'On searching, OCOP stars, prices, places, and what the market cannot do yet.',
	topics: 'Topics',
	notFound: 'Not found what you need, or seen something wrong?'
};
