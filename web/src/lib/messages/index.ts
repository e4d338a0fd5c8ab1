import type { Language } from '#lib/paths.ts';
import { areasOf } from './areas.ts';
import type { Messages } from './vi/index.ts';

type Part = () => Promise<Partial<Messages>>;

const frames: Record<Language, Part> = {
	vi: () => import('./vi/frame.ts'),
	en: () => import('./en/frame.ts')
};

const areas = import.meta.glob(
	'./{vi,en}/{compare,districts,groups,help,home,offer,offline,policies,producer,programme,ranking,results,shortlist,verify}.ts'
) as Record<string, Part>;

/** The words of one page. A test holds the table to what pages use, so that all of them may be asked for. */
export async function messagesOf(route: string | null, lang: Language): Promise<Messages> {
	const wanted = (areasOf[route ?? ''] ?? []).map((area) => areas[`./${lang}/${area}.ts`]?.());
	return Object.assign({}, ...(await Promise.all([frames[lang](), ...wanted]))) as Messages;
}
