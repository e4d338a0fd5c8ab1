import { CertificateRegisterDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import type { PageServerLoad } from './$types';

const spans = [30, 90, 120, 180];
/** A certificate may be renewed from this many days before its end. */
const renewable = 180;
const longestNumber = 64;

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	const number = (params.get('number') ?? '').trim().slice(0, longestNumber);
	const asked = params.get('days');
	const days = number || asked === 'all' ? null : (spans.find((span) => String(span) === asked) ?? renewable);
	try {
		const { certificateRegister } = await query(event, CertificateRegisterDocument, { days, number: number || null, after: params.get('after') });
		return { spans, days, number, register: certificateRegister };
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
};
