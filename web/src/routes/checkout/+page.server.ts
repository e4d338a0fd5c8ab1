import { redirect } from '@sveltejs/kit';
import { BuyerAddressesDocument, CheckoutDocument, PlaceOrderDocument, SaveDeliveryAddressDocument, type PaymentMethod } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { tellCart } from '#lib/server/cart-count.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { communesOf, recipientNames, recipientOf, typedOf } from '#lib/server/recipient.ts';
import { hasSession } from '#lib/server/session.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const atOnce: PaymentMethod[] = ['CASH_ON_DELIVERY', 'VIET_QR', 'CARD'];
const names = [...recipientNames, 'address', 'keep', 'email', 'method', 'reference', 'note', 'requestKey'] as const;

const longestLabel = 80;

type Typed = Record<(typeof names)[number], string>;

export const load: PageServerLoad = async (event) => {
	const { cart, viewer, orders, provinces, districts, paymentMethods, deliveryAddresses, orderLimit } = await query(event, CheckoutDocument, {});
	tellCart(event, cart.lineCount);
	const organisation = viewer.actingFor?.organisation;
	const paysLater = organisation?.identityStatus === 'VERIFIED' && (organisation.kind === 'BUYER' || organisation.kind === 'DISTRIBUTOR');
	const usual = deliveryAddresses[0];
	const known: Typed = {
		...typedOf(usual ? null : orders.nodes[0]?.recipient),
		address: usual?.id ?? '',
		keep: '',
		email: '',
		method: 'CASH_ON_DELIVERY',
		reference: '',
		note: '',
		// Sent twice, the form places one order.
		requestKey: crypto.randomUUID()
	};
	known['recipient.name'] ||= (!usual && viewer.name) || '';
	return {
		cart,
		known,
		methods: [...atOnce, ...(paysLater ? ['TERMS' as const] : [])].filter((method) => paymentMethods.includes(method)),
		addresses: deliveryAddresses,
		/** What whoever orders may not go beyond alone; nothing where the cart does not. */
		limit: orderLimit && cart.total.amount > orderLimit.amount ? orderLimit.formatted : null,
		lettersTo: viewer.signedIn ? viewer.email : null,
		signedIn: viewer.signedIn,
		provinces,
		communes: communesOf(districts)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const field = await fieldsOf(event.request);
		const typed = Object.fromEntries(names.map((name) => [name, field(name)])) as Typed;
		const buyer = hasSession(event) ? await query(event, BuyerAddressesDocument, {}) : undefined;
		const chosen = typed.address ? buyer?.deliveryAddresses.find(({ id }) => id === typed.address) : undefined;
		if (typed.address && !chosen) {
			const message = messagesIn(event.locals.lang).checkout.addressGone;
			return refused([{ code: 'NOTHING_THERE', message, path: ['address'] }], { typed: { ...typed, address: '' } });
		}
		const recipient = recipientOf(chosen ? typedOf(chosen.recipient) : typed);
		const input = {
			recipient,
			email: typed.email || null,
			method: [...atOnce, 'TERMS' as const].find((method) => method === typed.method) ?? 'CASH_ON_DELIVERY',
			reference: typed.reference,
			note: typed.note,
			expectedTotal: Number(field('expectedTotal')) || 0,
			requestKey: typed.requestKey
		};
		const { payload, problems } = await mutate(event, PlaceOrderDocument, { input });
		if (problems.length || !payload) return refused(problems, { typed });
		tellCart(event, 0);
		const isKept = !typed.keep || chosen || (await keep(event, recipient, typed.requestKey));
		if (!payload.orderGroup) redirect(303, ownPathsIn(event.locals.lang).approval(payload.approval!.id, { done: isKept ? 'asked' : 'askedOnly' }));
		// Whoever is signed in finds the order without the secret, which then need not stand in an address.
		const key: Record<string, string> = buyer?.viewer.signedIn ? {} : { key: payload.secret ?? '' };
		redirect(303, ownPathsIn(event.locals.lang).order(payload.orderGroup.code, { ...key, done: isKept ? 'placed' : 'placedOnly' }));
	}
};

/** Keeps the address of an order under the recipient's name and place; false where it cannot be kept. */
async function keep(event: RequestEvent, recipient: ReturnType<typeof recipientOf>, requestKey: string): Promise<boolean> {
	const label = `${recipient.name}, ${recipient.commune}`.slice(0, longestLabel);
	const { problems } = await mutate(event, SaveDeliveryAddressDocument, { input: { label, recipient, usual: false, requestKey } });
	return problems.length === 0;
}
