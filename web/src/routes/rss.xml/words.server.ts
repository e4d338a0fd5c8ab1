import type { Language } from '#lib/paths.ts';
import type { FeedWords } from '#lib/server/feed.ts';

/** No page shows these, so no script should carry them. */
export const feedWords: Record<Language, FeedWords> = {
	vi: {
		title: 'Chợ Xứ Dừa – sản phẩm mới đạt chứng nhận OCOP',
		about: 'Những sản phẩm Bến Tre đang mang sao OCOP, giấy chứng nhận mới cấp đứng trước.',
		demonstration:
			'Chợ đang chạy thử: sản phẩm và cơ sở là thật, còn số và ngày của giấy chứng nhận là số liệu minh họa.',
		item: (stars, maker, until) => `${stars}, giấy chứng nhận có hiệu lực đến ${until}. Nơi làm ra: ${maker}.`,
		unknownMaker: 'nguồn không nêu tên cơ sở'
	},
	en: {
		title: 'Chợ Xứ Dừa – newly OCOP certified products',
		about: 'Products of Bến Tre, Vietnam, that show OCOP stars today, the newest certificates first.',
		demonstration:
			'The market is on trial: products and makers are real; the numbers and dates of certificates are demonstration data.',
		item: (stars, maker, until) => `${stars}, certificate valid until ${until}. Maker: ${maker}.`,
		unknownMaker: 'not named by the sources'
	}
};
