import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// What most pages share travels as one file: thirty small ones cost more bytes, and a phone's patience.
					// Not the map, which only pages of places draw, nor what forms are made of.
					output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 4, test: /^(?!.*([Mm]ap[./]|\/forms\/))/ }] } }
				}
			}
		}
	},
	plugins: [
		sveltekit({
			adapter: adapter({ precompress: true }),
			compilerOptions: { runes: true },
			// The worker shows a page under whatever address was asked for, so its styles cannot be relative to one.
			paths: { relative: false },
			csp: {
				// Not a nonce: pages are kept at the door, and a kept nonce protects from nothing.
				mode: 'hash',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					// The one style attribute on any page: Kit's own announcer of a new page to screen readers.
					'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
					'img-src': ['self'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'manifest-src': ['self'],
					'form-action': ['self'],
					'base-uri': ['none'],
					'frame-ancestors': ['none']
				}
			}
		})
	]
});
