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
		history: history(certificate, say, date)
	};
}

function history({ issuedOn, expiresOn, issuer, events }: Certificate, say: ReturnType<typeof words>, date: I18n['date']) {
	const happened = events.map((event) => ({
		on: event.on,
		title: event.until ? say.untilDay(event.label, date(event.until)) : event.label,
		text: event.reason ?? '',
		evidence: event.evidence ?? '',
		/** The reason of a supersession is the number of the certificate that took over. */
		newer: event.kind === 'SUPERSEDED' ? event.reason : null
	}));
	const plain = { evidence: '', newer: null };
	return [
		{ on: issuedOn, title: say.issued, text: issuer, ...plain },
		...happened,
		{ on: expiresOn, title: say.term, text: '', ...plain }
	].sort((one, other) => one.on.localeCompare(other.on));
}
