import type { Language } from '#lib/paths.ts';
import type { Thing } from '#lib/server/structured-data/things.ts';

declare global {
	namespace App {
		interface Locals {
			lang: Language;
			/** What a page tells machines; never part of what its scripts load. */
			things: Thing[];
		}
	}
}

export {};
