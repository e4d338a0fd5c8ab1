import type { Messages } from './vi/index.ts';

type Area = keyof Messages;

/**
 * What a page and its parts say beyond the frame that stands around every page: a phone gets no other words. Every page
 * loads this table; what one's own pages say stands in own.ts.
 */
export const areasOf: Record<string, Area[]> = {
	'/': ['districts', 'home', 'producer'],
	'/compare': ['compare', 'offer', 'producer'],
	'/complaints/[[version]]': ['policies', 'ranking'],
	'/districts': ['districts'],
	'/districts/[slug]': ['districts', 'home', 'producer'],
	'/groups/[slug]': ['groups', 'home', 'producer'],
	'/help': ['help', 'policies'],
	'/labels/[number]': ['verify'],
	'/offline': ['offline'],
	'/privacy/[[version]]': ['policies', 'ranking'],
	'/producers': ['producer'],
	'/producers/[slug]': ['producer'],
	'/products/[slug]': ['offer'],
	'/programme': ['programme'],
	'/programme/decisions': ['programme'],
	'/ranking': ['ranking'],
	'/saved': ['results', 'shortlist'],
	'/search': ['home', 'results'],
	'/styleguide': ['districts', 'home', 'producer'],
	'/terms/[[version]]': ['policies', 'ranking'],
	'/verify': ['verify'],
	'/verify/[number]': ['verify']
};
