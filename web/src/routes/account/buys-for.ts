import type { AccountQuery } from '#lib/gql/graphql.ts';

type Acting = AccountQuery['viewer']['actingFor'];

/** For which organisation somebody buys; nothing for whoever buys as himself, as people of producers and of the office do. */
export const buysFor = (acting: Acting): NonNullable<Acting> | undefined =>
	acting?.organisation.kind === 'BUYER' || acting?.organisation.kind === 'DISTRIBUTOR' ? acting : undefined;
