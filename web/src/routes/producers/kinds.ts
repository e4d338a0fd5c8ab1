import type { ReadonlyURLSearchParams as Params } from '$app/state';
import type { ProducerKind } from '#lib/gql/graphql.ts';

export const kinds: ProducerKind[] = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'ENTERPRISE', 'HOUSEHOLD'];

/** The legal form that an address asks for; anything else asks for none. */
export const kindIn = (params: Params): ProducerKind | undefined =>
	kinds.find((kind) => kind === params.get('kind'));
