import type { Language } from '#lib/paths.ts';

declare global {
	namespace App {
		interface Locals {
			lang: Language;
		}
	}
}

export {};
