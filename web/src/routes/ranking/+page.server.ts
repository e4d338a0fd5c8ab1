import { RankingDocument } from '#lib/gql/graphql.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { query } from '#lib/server/api.ts';
import { example } from './example';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ranking } = messagesIn(event.locals.lang);
	const answer = await query(event, RankingDocument, { example: ranking.exampleWords });
	return { rankingCriteria: answer.rankingCriteria, example: example(answer) };
};
