import { i18n } from '#lib/i18n.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { qrCode } from '#lib/server/qr.ts';
import { today } from '#lib/server/today.ts';
import { findCertificate } from '../find.server.ts';
import { explain } from '../explain.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const certificate = await findCertificate(event, event.params.number);
	const { lang } = event.locals;
	const words = i18n(lang, () => messagesIn(lang));
	const address = new URL(words.paths.verify(certificate.number), event.url.origin).href;
	return { certificate, explained: explain(certificate, words), address, qr: qrCode(address), today: today() };
};
