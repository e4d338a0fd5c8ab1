import { defineEnvVars } from '@sveltejs/kit/env';

// The storefront reads these and no other variables; a bad value stops it at start with its name.
export const variables = defineEnvVars({
	API_URL: {
		description: 'The GraphQL API: its host alone, or the whole address.',
		schema: (value = 'http://127.0.0.1:5080') => {
			const address = new URL(value);
			if (!/^https?:$/.test(address.protocol)) throw new Error('must be an http(s) address');
			if (address.pathname === '/') address.pathname = '/graphql';
			return address.href;
		}
	},
	STOREFRONT_KEY: {
		description: 'Shown to the API, so that it believes which visitor a call is made for.',
		schema: (value) => value || undefined
	},
	STYLEGUIDE: {
		description: 'Whether /styleguide shows every part of the storefront: true or false.',
		schema: (value = 'false') => {
			if (value !== 'true' && value !== 'false') throw new Error('must be true or false');
			return value === 'true';
		}
	},
	API_TIMEOUT_MS: {
		description: 'How long a page waits for the API, in milliseconds.',
		schema: (value = '5000') => {
			const milliseconds = Number(value);
			if (!Number.isInteger(milliseconds) || milliseconds < 100 || milliseconds > 60_000) {
				throw new Error('must be a whole number from 100 to 60000');
			}
			return milliseconds;
		}
	}
});
