import { redirect } from '@sveltejs/kit';
import { OrderSampleDocument, SampleDocument, type PaymentMethod } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { wholeNumber } from '#lib/quantity.ts';
import { mutate, query } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { recipientNames, recipientOf, typedOf } from '#lib/server/recipient.ts';
import type { Actions, PageServerLoad } from './$types';

const methods: PaymentMethod[] = ['CASH_ON_DELIVERY', 'VIET_QR', 'CARD', 'TERMS'];
const names = ['quantity', ...recipientNames, 'method', 'reference', 'note', 'requestKey'] as const;

type Typed = Record<(typeof names)[number], string>;

export const load: PageServerLoad = async (event) => {
	const { sampleOffer, viewer, orders, provinces, paymentMethods } = await query(event, SampleDocument, { offer: event.url.searchParams.get('offer') ?? '' });
	const organisation = viewer.actingFor?.organisation;
	const last = orders.nodes[0]?.recipient;
	const known: Typed = {
		quantity: '1',
		...typedOf(last),
		'recipient.name': last?.name ?? organisation?.name ?? viewer.name ?? '',
		method: 'CASH_ON_DELIVERY',
		reference: '',
		note: '',
		// Sent twice, the form places one order.
		requestKey: crypto.randomUUID()
	};
	return {
		sample: sampleOffer,
		signedIn: viewer.signedIn,
		organisation: organisation?.name,
		known,
		provinces,
		methods: methods.filter((method) => paymentMethods.includes(method) && (method !== 'TERMS' || organisation?.identityStatus === 'VERIFIED'))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const field = await fieldsOf(event.request);
		const typed = Object.fromEntries(names.map((name) => [name, field(name)])) as Typed;
		const quantity = wholeNumber(typed.quantity);
		if (quantity === undefined) return refused([{ code: 'UNREADABLE', message: messagesIn(event.locals.lang).cart.notWhole, path: ['quantity'] }], { typed });
		const input = {
			offer: event.url.searchParams.get('offer') ?? '',
			quantity,
			recipient: recipientOf(typed),
			method: methods.find((method) => method === typed.method) ?? 'CASH_ON_DELIVERY',
			reference: typed.reference,
			note: typed.note,
			// The price of one that was shown, for as many as were typed.
			expectedTotal: (Number(field('unitPrice')) || 0) * quantity,
			requestKey: typed.requestKey
		};
		const { payload, problems } = await mutate(event, OrderSampleDocument, { input });
		if (problems.length || !payload?.orderGroup) return refused(problems, { typed });
		redirect(303, ownPathsIn(event.locals.lang).order(payload.orderGroup.code, { done: 'placed' }));
	}
};
