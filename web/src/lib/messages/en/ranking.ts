import type { Messages } from '../vi/index.ts';

export const ranking: Messages['ranking'] = {
	title: 'How search results are ranked',
	lead: 'Results are compared by these criteria, one after the other from the top. A criterion counts only between products that are equal in all before it.',
	note: 'This list comes from the search engine itself. Nobody pays for a better place.',
	criteria: 'The criteria, strongest first',
	example: 'Tried on two products',
	exampleWords: 'coconut cake',
	exampleLead: (words) => `In a search for “${words}” the product on the left stands above the one on the right. The market has just searched to make this table.`,
	criterion: 'Criterion',
	above: 'Above',
	below: 'Below',
	holds: (words) => (words ? `Holds: ${words}` : 'Holds'),
	fails: 'Does not hold',
	decides: (name) => `They differ only at “${name}”, so this criterion decides; the ones after it are not looked at.`,
	decidesHere: 'decides',
	tryIt: (words) => `See the results for “${words}”`,
	sorted: 'If you choose another order (price, name, stars, newest), that order is followed. Without words, certified products with more stars come first, then by name.'
};
