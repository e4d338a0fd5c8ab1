import type { Messages } from '../vi/index.ts';

export const ranking: Messages['ranking'] = {
	title: 'How search results are ranked',
	lead: 'Results are compared by each criterion below, from the top down. The next one counts only where two products are equal on those before it.',
	note: 'This list comes from the search engine’s own settings. Nobody pays for a better place.'
};
