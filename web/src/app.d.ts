import type { Messages } from '#lib/messages/vi/index.ts';
import type { Language } from '#lib/paths.ts';
import type { Thing } from '#lib/server/structured-data/things.ts';
import type { Nearest } from '#lib/server/what-went-wrong.ts';

declare global {
	namespace App {
		interface Locals {
			lang: Language;
			/** The page reads the visitor's cookies: the session goes with its questions to the API. */
			own: boolean;
			/** What a page tells machines; never part of what its scripts load. */
			things: Thing[];
			/** The API failed while the page was made: it shows less than there is. */
			incomplete?: true;
			/** Set where the catalogue did not answer: the visitor's script may ask again. */
			unanswered?: true;
		}

		interface PageData {
			/** Brought by the root layout, and with more words by the layouts of own pages. */
			messages?: Messages;
		}

		interface Error {
			/** Products called like the one that is not there. */
			nearest?: Nearest;
		}
	}
}

export {};
