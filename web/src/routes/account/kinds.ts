import type { MemberRole, OrganisationKind, ProducerKind } from '#lib/gql/graphql.ts';

/** What may be registered, the most frequent first; the programme office may not. */
export const kindNames = ['PRODUCER', 'DISTRIBUTOR', 'BUYER'] as const satisfies OrganisationKind[];

export const formNames: ProducerKind[] = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'HOUSEHOLD', 'ENTERPRISE'];

/** The least first: it is the one that is chosen when nothing was. */
export const roleNames: MemberRole[] = ['VIEWER', 'EDITOR', 'OWNER'];
