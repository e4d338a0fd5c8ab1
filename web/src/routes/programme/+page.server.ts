import { programmeTexts } from '#lib/content/programme.ts';
import { ProgrammeDocument } from '#lib/gql/graphql.ts';
import { i18n } from '#lib/i18n.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { query } from '#lib/server/api.ts';
import { catalogueCharts, programmeCharts } from './charts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { lang } = event.locals;
	const data = await query(event, ProgrammeDocument, {});
	const { charts, tiles, notes, ...texts } = await programmeTexts(lang);
	const format = i18n(lang, () => messagesIn(lang));
	const named = (codes: string[]) =>
		codes.flatMap((code) => data.programmeFacts.filter((fact) => fact.code === code)).map(({ breakdown: _, ...fact }) => fact);
	return {
		texts,
		tiles: named(tiles),
		notes: named(notes),
		charts: programmeCharts(data.programmeFacts, charts, format),
		today: catalogueCharts(data, charts, format)
	};
};
