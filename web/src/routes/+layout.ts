import { messagesOf } from '#lib/messages/index.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, route }) => ({ ...data, messages: await messagesOf(route.id, data.lang) });
