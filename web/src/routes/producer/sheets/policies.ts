import type { SheetPolicy } from '#lib/gql/graphql.ts';

/** What becomes of good rows beside bad ones, the careful way first. */
export const policies: SheetPolicy[] = ['ALL_OR_NOTHING', 'KEEP_GOOD_ROWS'];

export const policyOf = (word: unknown): SheetPolicy => policies.find((policy) => policy === word) ?? 'ALL_OR_NOTHING';
