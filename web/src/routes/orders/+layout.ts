import { ownMessages } from '#lib/messages/own.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, route }) => ({ messages: await ownMessages(await parent(), route.id) });
