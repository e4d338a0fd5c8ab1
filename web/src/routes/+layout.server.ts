import { LayoutDocument, type LayoutQuery } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const frame = await frameOf(event);
	return {
		lang: event.locals.lang,
		demonstration: frame.catalogue.demonstrationData,
		groups: frame.productGroups
	};
};

// The frame must stand when the API is down, or there is nothing to show the error in. The ribbon then
// stays up: leaving it out could pass demonstration data off as real.
async function frameOf(event: Parameters<LayoutServerLoad>[0]): Promise<LayoutQuery> {
	try {
		return await query(event, LayoutDocument, {});
	} catch {
		return { catalogue: { demonstrationData: true }, productGroups: [] };
	}
}
