import type { Messages } from './vi/index.ts';

type Area = keyof Messages;

/** What a page and its parts say beyond the frame that stands around every page: a phone gets no other words. */
export const areasOf: Record<string, Area[]> = {
	'/': ['districts', 'home', 'producer'],
	'/account': ['account', 'forms', 'producer'],
	'/account/organisation': ['account', 'forms', 'producer'],
	'/account/security': ['account', 'forms'],
	'/compare': ['compare', 'producer'],
	'/complaints/[[version]]': ['policies', 'ranking'],
	'/confirm': ['entry', 'forms'],
	'/districts': ['districts'],
	'/districts/[slug]': ['districts', 'home', 'producer'],
	'/groups/[slug]': ['groups', 'home', 'producer'],
	'/help': ['help', 'policies'],
	'/invitation': ['entry', 'forms'],
	'/labels/[number]': ['verify'],
	'/offline': ['offline'],
	'/password': ['entry', 'forms'],
	'/password/new': ['entry', 'forms'],
	'/privacy/[[version]]': ['policies', 'ranking'],
	'/producers': ['producer'],
	'/producers/[slug]': ['producer'],
	'/programme': ['programme'],
	'/ranking': ['ranking'],
	'/register': ['entry', 'forms'],
	'/saved': ['results'],
	'/search': ['home', 'results'],
	'/sign-in': ['entry', 'forms'],
	'/styleguide': ['districts', 'home', 'producer'],
	'/terms/[[version]]': ['policies', 'ranking'],
	'/verify': ['verify'],
	'/verify/[number]': ['verify']
};
