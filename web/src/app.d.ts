import type { Language } from '#lib/paths.ts';

declare global {
	namespace App {
		interface Locals {
			lang: Language;
			/** The API failed while the page was made: it shows less than there is. */
			incomplete?: true;
		}
	}
}

export {};
