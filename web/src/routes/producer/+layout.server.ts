import { DeskDocument, ProducerDeskDocument } from '#lib/gql/graphql.ts';
import { query } from '#lib/server/api.ts';
import type { LayoutServerLoad } from './$types';

/** Who is not signed in is asked to, and who acts for no producer is refused: the API tells both. */
export const load: LayoutServerLoad = async (event) => {
	const { workspace } = await query(event, ProducerDeskDocument, {});
	const { viewer } = await query(event, DeskDocument, {});
	return { acting: viewer.actingFor!, through: viewer.actingThrough, canList: workspace.canList, entry: workspace.producer?.slug, mayEdit: viewer.actingFor!.role !== 'VIEWER' };
};
