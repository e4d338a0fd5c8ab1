import { redirect } from '@sveltejs/kit';
import { OrderByNumberDocument, OrdersDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { query } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	const number = params.get('number')?.trim().slice(0, 40);
	const after = params.get('after');
	if (number) {
		const { order } = await query(event, OrderByNumberDocument, { number });
		if (order) redirect(303, ownPathsIn(event.locals.lang).order(order.code));
	}
	const { viewer, orders } = await query(event, OrdersDocument, { after });
	return { number, isLater: after !== null, signedIn: viewer.signedIn, orders };
};
