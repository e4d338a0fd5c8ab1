import { pathsIn } from '#lib/paths.ts';
import { qrCode } from '#lib/server/qr.ts';
import { findCertificate } from '../../verify/find.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const certificate = await findCertificate(event, event.params.number);
	const address = new URL(pathsIn(event.locals.lang).verify(certificate.number), event.url.origin).href;
	return {
		certificate,
		size: event.url.searchParams.get('size') === 'small' ? ('small' as const) : ('large' as const),
		qr: certificate.showsStars ? qrCode(address) : undefined
	};
};
