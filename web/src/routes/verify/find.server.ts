import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { CertificateDocument } from '#lib/gql/graphql.ts';
import { pathsIn } from '#lib/paths.ts';
import { BadInput, query } from '#lib/server/api.ts';
import { longestNumber, writtenNumber } from './number.ts';

/** The certificate that bears a number; else an answer that there is none, whatever the number looks like. */
export async function findCertificate(event: RequestEvent, asked: string) {
	const number = writtenNumber(asked);
	if (number && asked.length <= longestNumber) {
		const exact = await ask(event, asked);
		if (exact) return exact;
		const other = await ask(event, number.toUpperCase());
		if (other) redirect(302, pathsIn(event.locals.lang).verify(other.number));
	}
	error(404, 'No certificate has this number.');
}

async function ask(event: RequestEvent, number: string) {
	try {
		return (await query(event, CertificateDocument, { number })).certificate;
	} catch (problem) {
		if (problem instanceof BadInput) return undefined;
		throw problem;
	}
}
