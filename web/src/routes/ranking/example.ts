import type { RankingQuery } from '#lib/gql/graphql.ts';

type Edge = RankingQuery['products']['edges'][number];

/** Two products of one search, criterion by criterion, and the criterion that put one above the other. */
export function example({ rankingCriteria, products }: RankingQuery) {
	const [first, ...others] = products.edges;
	if (!first) return undefined;

	const words = (edge: Edge, code: string) => edge.why.find(({ criterion }) => criterion.code === code)?.words;
	const measure = (edge: Edge, code: string) => (code === 'stars' ? (edge.node.stars ?? 0) : (words(edge, code)?.length ?? 0));
	const decisive = (edge: Edge) => rankingCriteria.findIndex(({ code }) => measure(first, code) > measure(edge, code));

	// The further down the list the two part, the more of the list the example shows.
	const second = others
		.map((edge) => ({ edge, at: decisive(edge) }))
		.filter(({ edge, at }) => at > 0 && rankingCriteria.slice(0, at).every(({ code }) => measure(first, code) === measure(edge, code)))
		.sort((a, b) => b.at - a.at)
		.find(({ at }) => at < rankingCriteria.length - 1);
	if (!second) return undefined;

	const product = ({ node }: Edge) => ({ slug: node.slug, name: node.name, stars: node.stars, image: node.images[0] });
	return {
		first: product(first),
		second: product(second.edge),
		rows: rankingCriteria.slice(0, second.at + 1).map(({ code, label }, index) => ({
			label,
			decides: index === second.at,
			first: words(first, code) ?? [],
			second: words(second.edge, code) ?? []
		}))
	};
}
