import { redirect } from '@sveltejs/kit';
import { ComplainedProductDocument, FileComplaintDocument, type ComplaintSubject } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const slug = event.url.searchParams.get('product');
	const { product } = slug ? await query(event, ComplainedProductDocument, { slug }) : { product: null };
	// Sent twice, the form files one complaint.
	return { filed: filedIn(event.url), product, requestKey: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		const field = await fieldsOf(event.request);
		const typed = { about: field('about'), product: field('product'), name: field('name'), email: field('email'), text: field('text') };
		const words = messagesIn(event.locals.lang).complaint;
		if (!Object.hasOwn(words.subjects, typed.about)) return refused([{ code: 'MISSING', message: words.aboutMissing, path: ['about'] }], { typed });
		const input = { ...typed, about: typed.about as ComplaintSubject, product: typed.product || null, requestKey: field('requestKey') || null };
		const { payload, problems } = await mutate(event, FileComplaintDocument, { input });
		if (!payload?.reference || !payload.answerBy) return refused(problems, { typed });
		redirect(303, ownPathsIn(event.locals.lang).newComplaint({ reference: payload.reference, by: payload.answerBy }));
	}
};

/** What the address says of a complaint that was just filed; nothing where it says anything else. */
function filedIn({ searchParams }: URL): { reference: string; by: string } | undefined {
	const [reference, by] = [searchParams.get('reference') ?? '', searchParams.get('by') ?? ''];
	return /^KN-[0-9A-F]{8}$/.test(reference) && /^\d{4}-\d\d-\d\d$/.test(by) && Date.parse(by) ? { reference, by } : undefined;
}
