import { HomeDocument } from '#lib/gql/graphql.ts';
import { messagesIn } from '#lib/messages/index.ts';
import { query } from '#lib/server/api.ts';
import { shopThings } from '#lib/server/structured-data/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { lang } = event.locals;
	const { shop } = await messagesIn(lang);
	event.locals.things.push(...shopThings(shop, { lang, origin: event.url.origin }));
	return query(event, HomeDocument, {});
};
