import type { RequestEvent } from '@sveltejs/kit';
import {
	DistrictPicturesDocument,
	GroupPicturesDocument,
	ProducerPictureDocument,
	ProductPictureDocument
} from '#lib/gql/graphql.ts';
import { i18n, type I18n } from '#lib/i18n.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { query } from '#lib/server/api.ts';
import type { Card } from './card.ts';

/** A card whose drawing is still an address. */
type Draft = Omit<Card, 'drawing'> & { drawing: string };
type Make = (event: RequestEvent, slug: string, words: I18n) => Promise<Draft | null | undefined>;
type Picture = { url: string; illustration: boolean };

const market = '/illustrations/river-market.svg';
const drawnGroups = ['food', 'beverage', 'herbal', 'handicraft', 'ornamental', 'tourism'];

const makers: Record<string, Make> = {
	async product(event, slug, { t }) {
		const { product } = await query(event, ProductPictureDocument, { slug });
		if (!product) return undefined;
		const { certificate } = product;
		const shown = certificate?.showsStars ? certificate : undefined;
		return {
			shop: t.shop.name,
			kind: product.group.name,
			name: product.name,
			under: [product.producer?.name ?? '', product.district?.name ?? ''],
			drawing: drawingOf(product.images),
			seal: shown && { stars: shown.stars, words: t.product.stars(shown.stars) },
			notice: shown?.demonstration ? t.product.demonstration : undefined
		};
	},

	async producer(event, slug, { t }) {
		const { producer } = await query(event, ProducerPictureDocument, { slug });
		return (
			producer && {
				shop: t.shop.name,
				kind: producer.kindLabel,
				name: producer.name,
				under: [producer.district?.name ?? ''],
				drawing: drawingOf(producer.products.nodes[0]?.images ?? [])
			}
		);
	},

	async group(event, code, { t, number }) {
		const { productGroups } = await query(event, GroupPicturesDocument, {});
		const group = productGroups.find((one) => one.code === code);
		return (
			group && {
				shop: t.shop.name,
				kind: t.product.group,
				name: group.name,
				under: [t.home.groupCount(number(group.productCount))],
				drawing: `/groups/${drawnGroups.includes(code) ? code : 'other'}.svg`
			}
		);
	},

	async district(event, code, { t, number }) {
		const { districts } = await query(event, DistrictPicturesDocument, {});
		const district = districts.find((one) => one.code === code);
		return (
			district && {
				shop: t.shop.name,
				kind: t.product.place,
				name: district.name,
				under: [t.home.groupCount(number(district.productCount)), 'Bến Tre'],
				drawing: market
			}
		);
	},

	shop: async (_, slug, { t }) =>
		slug === 'xu-dua'
			? { shop: t.shop.name, kind: t.shop.tagline, name: t.home.heading, under: [], drawing: market }
			: undefined
};

/** Nothing for a kind or a thing that is not there. */
export async function cardFor(event: RequestEvent, kind: string, slug: string): Promise<Card | undefined> {
	const make = Object.hasOwn(makers, kind) ? makers[kind] : undefined;
	const draft = await make?.(event, slug, i18n(event.locals.lang, () => messagesIn(event.locals.lang)));
	if (!draft) return undefined;
	const answer = await event.fetch(draft.drawing);
	return { ...draft, drawing: answer.ok ? await answer.text() : '<svg xmlns="http://www.w3.org/2000/svg"/>' };
}

/** A photograph of unknown proportions would be cut: the shelf's drawing stands for it. */
const drawingOf = (images: Picture[]) => images.find(({ illustration }) => illustration)?.url ?? market;
