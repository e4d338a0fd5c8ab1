import type { Messages } from '../vi/index.ts';

export const offline: Messages['offline'] = {
	title: 'You are offline',
	lead: 'There is no connection, and this page was never opened on this device. Reload it when you are back online.',
	reload: 'Reload the page',
	copy: (when: string) => `Copy saved at ${when}; prices, stock and certificates may have changed`,
	kept: 'Pages you have seen, ready to open',
	none: 'No page has been kept on this device yet.',
	note: 'A kept page always says when it was kept. The shop keeps the latest 60 pages at most, and never your own lists.'
};
