import type { CertificateState } from '#lib/gql/graphql.ts';

export type Tone = 'good' | 'soon' | 'stop';

const tones: Record<CertificateState, Tone> = {
	VALID: 'good',
	EXPIRING: 'soon',
	EXTENDED: 'soon',
	NOT_YET_VALID: 'soon',
	EXPIRED: 'stop',
	REVOKED: 'stop',
	SUPERSEDED: 'stop'
};

export const toneOf = (state: CertificateState): Tone => tones[state];
