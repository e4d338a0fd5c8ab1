import type { CheckoutQuery } from '#lib/gql/graphql.ts';

export const recipientNames = ['recipient.name', 'recipient.phone', 'recipient.street', 'recipient.commune', 'recipient.province'] as const;

export type TypedRecipient = Record<(typeof recipientNames)[number], string>;

type Recipient = { name: string; phone: string; street: string; commune: string; province: { code: string } };

/** As a form shows it; empty for none. */
export const typedOf = (recipient?: Recipient | null): TypedRecipient => ({
	'recipient.name': recipient?.name ?? '',
	'recipient.phone': recipient?.phone ?? '',
	'recipient.street': recipient?.street ?? '',
	'recipient.commune': recipient?.commune ?? '',
	'recipient.province': recipient?.province.code ?? ''
});

/** As the API takes it. */
export const recipientOf = (typed: TypedRecipient) => ({
	name: typed['recipient.name'],
	phone: typed['recipient.phone'],
	street: typed['recipient.street'],
	commune: typed['recipient.commune'],
	province: typed['recipient.province']
});

/** Communes of today as people write them, for those who live around here. */
export function communesOf(districts: CheckoutQuery['districts']): string[] {
	const today = districts.flatMap(({ communes }) => communes).filter(({ validTo }) => !validTo);
	return [...new Set(today.map(({ names }) => names.vi))].sort(new Intl.Collator('vi').compare);
}
