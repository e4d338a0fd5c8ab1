import type { RequestEvent } from '@sveltejs/kit';
import { KnownDocument, SearchDocument } from '#lib/gql/graphql.ts';
import { BadInput, query } from '#lib/server/api.ts';
import { keepKnown, type Known, type LeftOut, type Variables } from './read.ts';

type Event = Pick<RequestEvent, 'locals' | 'getClientAddress' | 'request' | 'cookies' | 'url'>;

/** Searches. What the catalogue refuses is taken out – unknown codes first, then a cursor that has died – and named. */
export async function search(event: Event, read: { variables: Variables; left: LeftOut[] }) {
	const answer = await tried(event, read.variables);
	if (answer) return { products: answer, ...read };

	const known = keepKnown(read.variables, await knownCodes(event));
	const left = [...read.left, ...known.left];
	const mended = known.left.length ? await tried(event, known.variables) : undefined;
	if (mended) return { products: mended, variables: known.variables, left };

	const { after, before, last: _, ...rest } = known.variables;
	const variables = { ...rest, first: read.variables.first ?? read.variables.last };
	left.push({ name: 'page', value: after ?? before ?? '' });
	return { products: (await query(event, SearchDocument, variables)).products, variables, left };
}

async function tried(event: Event, variables: Variables) {
	try {
		return (await query(event, SearchDocument, variables)).products;
	} catch (problem) {
		if (problem instanceof BadInput) return undefined;
		throw problem;
	}
}

async function knownCodes(event: Event): Promise<Known> {
	const { groups, formerGroups, districts, products } = await query(event, KnownDocument, {});
	const codes = (list: { code: string }[]) => list.map(({ code }) => code);
	return {
		groups: codes([...groups, ...formerGroups]),
		districts: codes(districts),
		certifications: products.facets.find(({ name }) => name === 'certification')?.values.map(({ value }) => value) ?? []
	};
}
