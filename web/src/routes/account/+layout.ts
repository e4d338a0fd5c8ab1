import { ownMessages } from '#lib/messages/own.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent, route }) => ({ ...data, messages: await ownMessages(await parent(), route.id) });
