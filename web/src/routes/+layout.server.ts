import { LayoutDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => ({
	lang: event.locals.lang,
	demonstration: await isDemonstration(event)
});

// The frame must stand when the API is down, or there is nothing to show the error in. The ribbon then
// stays up: leaving it out could pass demonstration data off as real.
async function isDemonstration(event: Parameters<LayoutServerLoad>[0]): Promise<boolean> {
	try {
		return (await query(event, LayoutDocument, {})).catalogue.demonstrationData;
	} catch {
		return true;
	}
}
