import { redirect, type RequestEvent } from '@sveltejs/kit';
import { AddressesDocument, RemoveDeliveryAddressDocument, SaveDeliveryAddressDocument } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { communesOf, recipientNames, recipientOf, typedOf } from '#lib/server/recipient.ts';
import type { Actions, PageServerLoad } from './$types';

const names = [...recipientNames, 'label', 'usual', 'requestKey'] as const;

type Typed = Record<(typeof names)[number], string>;

export const load: PageServerLoad = async (event) => {
	const { deliveryAddresses, provinces, districts } = await query(event, AddressesDocument, {});
	const known = (typed: Partial<Typed>): Typed => ({ ...typedOf(), label: '', usual: '', requestKey: crypto.randomUUID(), ...typed });
	return {
		addresses: deliveryAddresses.map((address) => ({ ...address, known: known({ ...typedOf(address.recipient), label: address.label, usual: address.usual ? '1' : '' }) })),
		fresh: known({}),
		provinces,
		communes: communesOf(districts)
	};
};

export const actions: Actions = {
	save: async (event) => {
		const field = await fieldsOf(event.request);
		const typed = Object.fromEntries(names.map((name) => [name, field(name)])) as Typed;
		const address = field('address') || null;
		const { label, requestKey } = typed;
		const input = { address, version: address ? Number(field('version')) || 0 : null, label, recipient: recipientOf(typed), usual: typed.usual === '1', requestKey };
		const { problems } = await mutate(event, SaveDeliveryAddressDocument, { input });
		if (problems.length) return refused(problems, { about: address ?? 'new', typed });
		redirect(303, here(event, 'addressSaved'));
	},
	usual: async (event) => {
		const field = await fieldsOf(event.request);
		const { deliveryAddresses } = await query(event, AddressesDocument, {});
		const chosen = deliveryAddresses.find(({ id }) => id === field('address'));
		// One that has gone is not among those that the page shows next.
		if (!chosen) redirect(303, here(event));
		const { id, version, label, recipient } = chosen;
		const input = { address: id, version, label, recipient: recipientOf(typedOf(recipient)), usual: true, requestKey: field('requestKey') };
		const { problems } = await mutate(event, SaveDeliveryAddressDocument, { input });
		if (problems.length) return refused(problems, { about: 'all', typed: undefined });
		redirect(303, here(event, 'addressSaved'));
	},
	remove: async (event) => {
		const field = await fieldsOf(event.request);
		const { problems } = await mutate(event, RemoveDeliveryAddressDocument, { input: { address: field('address'), requestKey: field('requestKey') || null } });
		if (problems.length) return refused(problems, { about: 'all', typed: undefined });
		redirect(303, here(event, 'addressRemoved'));
	}
};

const here = ({ locals }: RequestEvent, done?: string) => ownPathsIn(locals.lang).addresses(done ? { done } : {});
