import type { Language } from '#lib/paths.ts';
import { ownAreasOf } from './own-areas.ts';
import type { Messages } from './vi/index.ts';

const areas = import.meta.glob('./{vi,en}/{account,addresses,approvals,cart,checkout,complaint,desk,entry,evidence,forms,lists,office,orders,pad,paying,producer,sales,verify,workspace}.ts') as Record<string, () => Promise<Partial<Messages>>>;

/** The words of the frame, and those of one such page. */
export async function ownMessages(frame: { lang: Language; messages: Messages }, route: string | null): Promise<Messages> {
	const wanted = (ownAreasOf[route ?? ''] ?? []).map((area) => areas[`./${frame.lang}/${area}.ts`]?.());
	return Object.assign({}, frame.messages, ...(await Promise.all(wanted))) as Messages;
}
