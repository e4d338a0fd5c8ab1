import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	environments: {
		client: {
			build: {
				// A page's few scripts besides the shared ones are found when it is: a list of them for every page would travel to all pages.
				modulePreload: { resolveDependencies: (_file, needed) => needed.filter((file) => file.endsWith('.css')) },
				rolldownOptions: {
					// What most pages share travels as one file: thirty small ones cost more bytes, and a phone's patience.
					// Not the map, which only pages of places draw, nor QR codes, nor the form that checks a certificate. What pages of the account are made of
					// is one file too, and none of the others'; so is what desks are made of. Where all those pages are stands apart: any page may need it for one link; what they say, none but themselves.
					output: {
						codeSplitting: {
							groups: [
								{ name: 'shared', priority: 3, minShareCount: 4, test: /^(?!.*(([Mm]ap|Qr)[./]|\/(account|buying|cart|checkout|desk|forms|office|orders|producer|verify)\/|\/own[-.]))/ },
								{ name: 'ways', priority: 2, test: /\/lib\/own-paths/ },
								{ name: 'words', priority: 2, test: /\/lib\/messages\/own/ },
								{ name: 'desk', priority: 1, test: /\/src\/(lib\/desk|routes\/(producer|office))\// },
								{ name: 'own', priority: 1, test: /\/src\/(lib\/forms|routes\/(account|complaints\/new|confirm|invitation|password|register|sign-in))\// }
							]
						}
					}
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
		}),
		{
			// Every page brings the names of all style sheets: they are told apart by their hashes alone.
			name: 'short-names',
			config: { order: 'post', handler: () => ({ build: { rolldownOptions: { output: { assetFileNames: '_app/immutable/assets/[hash][extname]' } } } }) }
		}
	]
});
