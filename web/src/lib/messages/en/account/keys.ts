import type { keys as vi } from '../../vi/account/keys.ts';

export const keys: typeof vi = {
	title: 'Keys for machines',
	lead: 'Your till or stock software uses such a key to update things through the API. One key for each machine.',
	scopes: {
		LISTINGS: 'Listings and pictures',
		STOCK: 'Prices, stock and terms of sale',
		OFFICE: 'Reviews and verification'
	},
	none: 'There is no key yet.',
	name: 'Name of the key',
	nameHint: 'So that you know which machine it is, such as “Till in the warehouse”.',
	may: 'What the key may do',
	create: 'Make a key',
	made: (name) => `The key “${name}” is made`,
	once: 'Copy the secret now: it is shown only once.',
	clientId: 'Key (client_id)',
	secret: 'Secret (client_secret)',
	how: 'The machine gets its token at /connect/token, by the client credentials grant of OAuth 2.',
	used: (moment) => `last used ${moment}`,
	unused: 'never used',
	revoke: 'Revoke',
	revokeSure: 'The machine that uses this key will not be able to do anything, from its next request on.',
	revokeDo: 'Yes, revoke it'
};
