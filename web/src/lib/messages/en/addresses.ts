import type { addresses as vi } from '../vi/addresses.ts';

export const addresses: typeof vi = {
	title: 'Delivery addresses',
	lead: 'Write down once where goods go, and choose it when you order. The usual address is chosen for you.',
	leadOf: (company) => `Where ${company} has goods sent, for all its members. The usual address is chosen for you when you order.`,
	none: 'There is no address yet. Add one here, or tick “Keep this address” when you order.',
	usual: 'Usual address',
	makeUsual: 'Make it the usual address',
	label: 'Name',
	labelHint: 'For you to know it by, such as “Warehouse south”.',
	change: 'Change',
	remove: 'Remove',
	add: 'Add an address',
	save: 'Save the address'
};
