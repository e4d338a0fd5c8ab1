import type { MemberRole, OrganisationKind, ProducerKind } from '#lib/gql/graphql.ts';

/** What may be registered, the most frequent first; the programme office may not. */
export const kindNames = ['PRODUCER', 'DISTRIBUTOR', 'BUYER'] as const satisfies OrganisationKind[];

export const formNames: ProducerKind[] = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'HOUSEHOLD', 'ENTERPRISE'];

/** The least first: it is the one that is chosen when nothing was. */
export const roleNames: MemberRole[] = ['VIEWER', 'EDITOR', 'OWNER'];

/** What an organisation says of itself, as the fields of its form are called. */
export const detailNames = ['name', 'form', 'registrationNumber', 'taxCode', 'legalRepresentative', 'districtCode'] as const;

/** The fields as the API takes them: nothing typed is nothing said. */
export const detailsOf = (typed: Record<(typeof detailNames)[number], string>) => ({
	name: typed.name,
	form: formNames.find((form) => form === typed.form) ?? null,
	registrationNumber: typed.registrationNumber || null,
	taxCode: typed.taxCode || null,
	legalRepresentative: typed.legalRepresentative || null,
	districtCode: typed.districtCode || null
});
