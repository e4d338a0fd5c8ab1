import { FeedDocument } from '#lib/gql/graphql.ts';
import { i18n } from '#lib/i18n.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { query } from '#lib/server/api.ts';
import { feed } from '#lib/server/feed.ts';
import { feedWords } from './words.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { lang } = event.locals;
	const { t, date } = i18n(lang, () => messagesIn(lang));
	const xml = feed(await query(event, FeedDocument, {}), { lang, origin: event.url.origin }, feedWords[lang], {
		stars: t.product.stars,
		date
	});
	return new Response(xml, {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8', 'cache-control': 'public, max-age=600' }
	});
};
