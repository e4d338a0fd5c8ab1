import { ownMessages } from '#lib/messages/own.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent, route }) => ({ ...data, messages: await ownMessages(await parent(), route.id) });
