import type { Language } from '#lib/paths.ts';
import type { Nearest } from '#lib/server/what-went-wrong.ts';

declare global {
	namespace App {
		interface Locals {
			lang: Language;
			/** Set where the catalogue did not answer: the visitor's script may ask again. */
			unanswered?: true;
		}

		interface Error {
			/** Products called like the one that is not there. */
			nearest?: Nearest;
		}
	}
}

export {};
