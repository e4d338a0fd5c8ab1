import type { ConsentPurpose } from '#lib/gql/graphql.ts';

export const purposes: ConsentPurpose[] = ['ACCOUNT', 'NEWS'];

/** The box of the consent that is needed is called as the API calls the field, so that its fault stands there. */
export const nameOf = (purpose: ConsentPurpose) => (purpose === 'ACCOUNT' ? 'consents' : purpose.toLowerCase());
