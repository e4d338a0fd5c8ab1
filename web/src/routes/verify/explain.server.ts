import type { CertificateQuery } from '#lib/gql/graphql.ts';
import type { I18n } from '#lib/i18n.ts';
import { words } from './words.server.ts';

export type Certificate = NonNullable<CertificateQuery['certificate']>;

/** What a certificate says, in sentences for somebody who holds the goods in hand. */
export function explain(certificate: Certificate, { lang, date }: Pick<I18n, 'lang' | 'date'>) {
	const say = words(lang);
	const { state, stars, legalText, events } = certificate;
	const ended = events.find(({ kind }) => kind === state)?.on ?? certificate.validUntil;
	return {
		verdict: say.verdicts[state]({
			from: date(certificate.issuedOn),
			expires: date(certificate.expiresOn),
			until: date(certificate.validUntil),
			ended: date(ended)
		}),
		meaning: certificate.showsStars ? say.mayShow(stars) : say.mayNotShow(stars),
		rules: say.rules(date(legalText.validFrom), legalText.validTo ? date(legalText.validTo) : undefined),
		evidence: say.evidence[certificate.evidenceGrade],
		history: historyOf(certificate, { lang, date })
	};
}

const endings = new Set(['REVOKED', 'SUPERSEDED']);

/** What happened to a certificate, in words, its end among it. */
export function historyOf(certificate: Pick<Certificate, 'issuedOn' | 'expiresOn' | 'issuer' | 'state' | 'events'>, { lang, date }: Pick<I18n, 'lang' | 'date'>) {
	const say = words(lang);
	const { issuedOn, expiresOn, issuer, state, events } = certificate;
	const happened = events.map((event) => ({
		on: event.on,
		title: event.until ? say.untilDay(event.label, date(event.until)) : event.label,
		text: event.reason ?? '',
		evidence: event.evidence ?? '',
		/** The reason of a supersession is the number of the certificate that took over. */
		newer: event.kind === 'SUPERSEDED' ? event.reason : null,
		ends: endings.has(event.kind)
	}));
	const plain = { text: '', evidence: '', newer: null, ends: false };
	const all = [{ ...plain, on: issuedOn, title: say.issued, text: issuer }, ...happened];
	// Of a certificate that was taken away, the printed end means nothing any more.
	if (!endings.has(state)) all.push({ ...plain, on: expiresOn, title: say.term, ends: state === 'EXPIRED' });
	return all.sort((one, other) => one.on.localeCompare(other.on));
}
