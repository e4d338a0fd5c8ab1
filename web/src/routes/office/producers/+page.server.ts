import { redirect } from '@sveltejs/kit';
import { ActForDocument, DeskDocument, ProducersWithAccountDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whoever has more than these types more of the name. */
const most = 50;

export const load: PageServerLoad = async (event) => {
	const name = event.url.searchParams.get('name')?.trim() ?? '';
	const { producersWithAccount, districts } = await query(event, ProducersWithAccountDocument, { name: name || null });
	const producers = producersWithAccount.slice(0, most).map((producer) => ({ ...producer, district: districts.find(({ code }) => code === producer.districtCode)?.name }));
	return { name, producers, more: producersWithAccount.length > most };
};

export const actions: Actions = {
	actFor: async (event) => {
		const field = await fieldsOf(event.request);
		const { viewer } = await query(event, DeskDocument, {});
		const { problems } = await mutate(event, ActForDocument, { input: { organisation: viewer.actingFor?.organisation.id ?? null, onBehalfOf: field('organisation') } });
		if (problems.length) return refused(problems, {});
		redirect(303, ownPathsIn(event.locals.lang).workspace());
	}
};
