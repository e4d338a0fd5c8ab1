import type { ProductQuery } from '#lib/gql/graphql.ts';
import { i18n } from '#lib/i18n.ts';
import type { Language } from '#lib/paths.ts';
import { messagesIn } from '#lib/server/messages.ts';

export type Evidence = { title: string; papers: { href: string; name: string; /** In lines. */ about: string }[] };

/** Papers that prove something of a product, in finished words: no other page needs them. */
export function evidenceOf({ evidence }: NonNullable<ProductQuery['product']>, lang: Language): Evidence | undefined {
	if (!evidence.length) return undefined;
	const { evidence: words, product } = messagesIn(lang);
	const { date, number } = i18n(lang, () => messagesIn(lang));
	return {
		title: words.forBuyers,
		papers: evidence.map((paper) => ({
			href: paper.file.url,
			name: `${paper.title} (${paper.file.contentType === 'application/pdf' ? 'PDF' : 'JPEG'}, ${number(Math.ceil(paper.file.length / 1000))} KB)`,
			about: [
				[words.kinds[paper.kind], paper.number && words.no(paper.number)],
				[`${product.issuer}: ${paper.issuedBy}`],
				[words.issued(date(paper.issuedOn)), paper.expiresOn && words.until(date(paper.expiresOn))],
				[`${words.grade} ${words.grades[paper.grade]}`]
			]
				.map((line) => line.filter(Boolean).join(' · '))
				.map((line) => line.charAt(0).toUpperCase() + line.slice(1))
				.join('\n')
		}))
	};
}
