import type { CertificateState, EvidenceGrade } from '#lib/gql/graphql.ts';
import type { Language } from '#lib/paths.ts';

// Long texts that one page shows: they come with the page, not with the words that every visitor downloads.

type Days = { from: string; expires: string; until: string; ended: string };
type Verdicts = Record<CertificateState, (days: Days) => string>;
type Evidence = Record<EvidenceGrade, string>;

const vi = {
	hints: [
		{
			title: 'Số giấy in ở đâu',
			text: 'Trên tem hoặc nhãn, cạnh dấu OCOP hay dưới mã QR. Chép đủ chữ, số, gạch nối và gạch chéo. Giấy trong chợ chạy thử mang số minh họa, như DEMO-2025-32750.'
		},
		{
			title: 'Có mã QR thì quét',
			text: 'Tem in từ chợ này có mã QR dẫn thẳng đến trang tra giấy. Cũng có thể dán cả địa chỉ ấy vào ô trên.'
		},
		{
			title: 'Nhãn mang số không có ở đây',
			text: 'Giấy mới cấp có thể chưa lên chợ. Nếu vẫn ngờ, hãy chụp nhãn và báo cho chợ: sao OCOP chỉ được in khi giấy còn hiệu lực.'
		}
	],
	verdicts: {
		VALID: ({ until }) => `Giấy này còn hiệu lực đến hết ngày ${until}.`,
		EXPIRING: ({ until }) => `Giấy này còn hiệu lực nhưng sắp hết hạn: ngày ${until}.`,
		EXTENDED: ({ expires, until }) =>
			`Giấy này quá hạn ngày ${expires}, được giữ hiệu lực đến ${until} trong lúc xét lại.`,
		EXPIRED: ({ until }) => `Giấy này đã hết hạn ngày ${until}.`,
		REVOKED: ({ ended }) => `Giấy này đã bị thu hồi từ ngày ${ended}.`,
		SUPERSEDED: ({ ended }) => `Giấy này đã được thay bằng giấy mới từ ngày ${ended}.`,
		NOT_YET_VALID: ({ from }) => `Giấy này chưa có hiệu lực: bắt đầu từ ngày ${from}.`
	} as Verdicts,
	mayShow: (stars: number) => `Hôm nay sản phẩm được mang ${stars} sao OCOP trên nhãn và trên chợ.`,
	mayNotShow: (stars: number) => `Hôm nay sản phẩm không được mang ${stars} sao OCOP theo giấy này.`,
	rules: (from: string, to: string | undefined) =>
		`Văn bản này quy định cách chấm điểm và xếp hạng từ 3 đến 5 sao; giấy có giá trị 36 tháng. Có hiệu lực từ ${from}${to ? ` đến ${to}; giấy cấp theo văn bản cũ vẫn dùng đến hết hạn của giấy.` : ' và đang áp dụng.'}`,
	evidence: {
		A: 'Mức A: chợ giữ quyết định công nhận hoặc phụ lục có chữ ký. Đây là mức chắc nhất.',
		B1: 'Mức B1: báo, đài chính thống đưa tin sản phẩm được công nhận. Chợ chưa giữ bản quyết định có chữ ký.',
		B2: 'Mức B2: chợ mới thấy đề nghị hoặc kết quả chấm. Chừng đó chưa đủ để hiện sao.',
		C: 'Mức C: cơ sở tự khai, chưa có giấy tờ. Chừng đó chưa đủ để hiện sao.'
	} as Evidence,
	issued: 'Cấp giấy',
	term: 'Hết hạn ghi trên giấy',
	untilDay: (label: string, day: string) => `${label}, đến ${day}`
};

const en: typeof vi = {
	hints: [
		{
			title: 'Where the number stands',
			text: 'On the sticker or label, beside the OCOP mark or below the QR code. Copy every letter, digit, hyphen and slash. On this trial market certificates have demonstration numbers, such as DEMO-2025-32750.'
		},
		{
			title: 'If there is a QR code, scan it',
			text: 'Labels printed from this market carry a QR code that leads straight to the check. Its whole address may also be pasted above.'
		},
		{
			title: 'A label has a number that is not here',
			text: 'A new certificate may not have reached the market yet. If in doubt, photograph the label and tell us: OCOP stars may be printed only while the certificate is valid.'
		}
	],
	verdicts: {
		VALID: ({ until }) => `This certificate is valid until the end of ${until}.`,
		EXPIRING: ({ until }) => `This certificate is valid but expires soon: on ${until}.`,
		EXTENDED: ({ expires, until }) =>
			`This certificate passed its term on ${expires} and is kept valid until ${until} while it is reviewed.`,
		EXPIRED: ({ until }) => `This certificate expired on ${until}.`,
		REVOKED: ({ ended }) => `This certificate was revoked with effect from ${ended}.`,
		SUPERSEDED: ({ ended }) => `This certificate was replaced by a newer one on ${ended}.`,
		NOT_YET_VALID: ({ from }) => `This certificate is not valid yet: it begins on ${from}.`
	},
	mayShow: (stars) => `Today the product may carry ${stars} OCOP stars on its label and on the market.`,
	mayNotShow: (stars) => `Today the product may not carry ${stars} OCOP stars on the strength of this certificate.`,
	rules: (from, to) =>
		`This text says how products are scored and rated from 3 to 5 stars; a certificate lasts 36 months. In force from ${from}${to ? ` to ${to}; certificates issued under it run to their own end.` : ' and still applied.'}`,
	evidence: {
		A: 'Grade A: the market holds the signed decision of recognition or its annex. Nothing is surer.',
		B1: 'Grade B1: the official press reported the recognition. The market does not hold the signed decision.',
		B2: 'Grade B2: only a proposal or a scoring is known. That is not enough to show stars.',
		C: 'Grade C: the maker’s own claim without papers. That is not enough to show stars.'
	},
	issued: 'Issued',
	term: 'End of the term printed on it',
	untilDay: (label, day) => `${label}, until ${day}`
};

export const words = (lang: Language) => (lang === 'vi' ? vi : en);
