import { redirect, type RequestEvent } from '@sveltejs/kit';
import { OfficeTakedownsDocument, ProductsMeantDocument, PutBackProductDocument, TakeDownProductDocument, type TakedownGround } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { internalPath } from '#lib/paths.ts';
import { mutate, query, type Problem } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import type { Actions, PageServerLoad } from './$types';

const most = 100;

export const load: PageServerLoad = async (event) => {
	const { takedowns } = await query(event, OfficeTakedownsDocument, { first: most });
	return { takedowns, most, product: event.url.searchParams.get('product') ?? '' };
};

export const actions: Actions = {
	takeDown: async (event) => {
		const field = await fieldsOf(event.request);
		const typed = { product: field('product').trim(), ground: field('ground'), reason: field('reason'), sure: field('sure') };
		const words = messagesIn(event.locals.lang).office.takedowns;
		const missing = (name: string, message: string): Problem => ({ code: 'MISSING', message, path: [name] });
		const [product, ...others] = await productsMeant(event, typed.product);
		const open = [
			...(product ? [] : [missing('product', words.unknown)]),
			...(others.length ? [missing('product', words.several(others.length + 1))] : []),
			...(Object.hasOwn(words.grounds, typed.ground) ? [] : [missing('ground', words.groundMissing)]),
			...(typed.sure ? [] : [missing('sure', words.sureMissing)])
		];
		if (!product || open.length) return refused(open, { about: 'takeDown' as const, typed });
		const { problems } = await mutate(event, TakeDownProductDocument, { input: { product, ground: typed.ground as TakedownGround, reason: typed.reason } });
		if (problems.length) return refused(problems, { about: 'takeDown' as const, typed });
		redirect(303, ownPathsIn(event.locals.lang).takedowns({ done: 'takenDown' }));
	},
	putBack: async (event) => {
		const field = await fieldsOf(event.request);
		const [product, reason] = [field('product'), field('reason')];
		const { problems } = await mutate(event, PutBackProductDocument, { input: { product, reason } });
		if (problems.length) return refused(problems, { about: 'putBack' as const, typed: { product, reason } });
		redirect(303, ownPathsIn(event.locals.lang).takedowns({ done: 'putBack' }));
	}
};

/** The products behind the address of a page, the last part of one, or an exact name. */
async function productsMeant(event: RequestEvent, typed: string): Promise<string[]> {
	if (!typed) return [];
	const path = URL.parse(typed, event.url)?.pathname ?? '';
	const [, slug = typed] = /^\/products\/(.+)/.exec(internalPath(path) ?? '') ?? [];
	const { product, products } = await query(event, ProductsMeantDocument, { slug: decodeURIComponent(slug), name: typed });
	if (product) return [product.id];
	const folded = (name?: string | null) => name?.normalize('NFC').toLocaleLowerCase('vi');
	return products.nodes.filter(({ names }) => [names.vi, names.en].some((name) => folded(name) === folded(typed))).map(({ id }) => id);
}
