import type { Messages } from '../vi/index.ts';

export const policies: Messages['policies'] = {
	titles: { terms: 'Terms of use', privacy: 'Privacy', complaints: 'Complaints' },
	version: (n) => `Version ${n}`,
	from: (date) => `in force from ${date}`,
	fromTo: (from, to) => `in force from ${from} to ${to}`,
	notCurrent: 'This is an earlier version, kept for reference.',
	current: 'See the version in force',
	contents: 'On this page',
	versions: 'Versions',
	file: 'File a complaint',
	others: 'Other rules'
};
