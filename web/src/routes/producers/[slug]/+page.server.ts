import { error } from '@sveltejs/kit';
import { ProducerDocument, type ProducerQuery } from '#lib/gql/graphql.ts';
import { cursorWindow } from '#lib/cursor.ts';
import { query } from '#lib/server/api.ts';
import { toFirstPage } from '#lib/server/first-page.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { producerThing } from '#lib/server/structured-data/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	let answer: ProducerQuery;
	try {
		answer = await query(event, ProducerDocument, {
			slug: event.params.slug,
			...cursorWindow(event.url.searchParams, 24)
		});
	} catch (problem) {
		toFirstPage(problem, event.url);
	}
	if (!answer.producer) error(404, 'No such producer.');
	const { origin } = event.url;
	event.locals.things.push(producerThing(answer.producer, { lang: event.locals.lang, origin }));
	const { smallestOrder, ...producer } = answer.producer;
	return { producer, smallestOrder: smallestOrder && messagesIn(event.locals.lang).cart.smallestOrder(smallestOrder.formatted) };
};
