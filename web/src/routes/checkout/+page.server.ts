import { redirect } from '@sveltejs/kit';
import { CheckoutDocument, PlaceOrderDocument, type CheckoutQuery, type PaymentMethod } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { signedInAs } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types';

const atOnce: PaymentMethod[] = ['CASH_ON_DELIVERY', 'VIET_QR', 'CARD'];
const names = ['recipient.name', 'recipient.phone', 'recipient.street', 'recipient.commune', 'recipient.province', 'email', 'method', 'reference', 'note', 'requestKey'] as const;

type Typed = Record<(typeof names)[number], string>;

export const load: PageServerLoad = async (event) => {
	const { cart, viewer, orders, provinces, districts, paymentMethods } = await query(event, CheckoutDocument, {});
	const organisation = viewer.actingFor?.organisation;
	const paysLater = organisation?.identityStatus === 'VERIFIED' && (organisation.kind === 'BUYER' || organisation.kind === 'DISTRIBUTOR');
	const last = orders.nodes[0]?.recipient;
	const known: Typed = {
		'recipient.name': last?.name ?? viewer.name ?? '',
		'recipient.phone': last?.phone ?? '',
		'recipient.street': last?.street ?? '',
		'recipient.commune': last?.commune ?? '',
		'recipient.province': last?.province.code ?? '',
		email: '',
		method: 'CASH_ON_DELIVERY',
		reference: '',
		note: '',
		// Sent twice, the form places one order.
		requestKey: crypto.randomUUID()
	};
	return {
		cart,
		known,
		methods: [...atOnce, ...(paysLater ? ['TERMS' as const] : [])].filter((method) => paymentMethods.includes(method)),
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
		const input = {
			recipient: {
				name: typed['recipient.name'],
				phone: typed['recipient.phone'],
				street: typed['recipient.street'],
				commune: typed['recipient.commune'],
				province: typed['recipient.province']
			},
			email: typed.email || null,
			method: [...atOnce, 'TERMS' as const].find((method) => method === typed.method) ?? 'CASH_ON_DELIVERY',
			reference: typed.reference,
			note: typed.note,
			expectedTotal: Number(field('expectedTotal')) || 0,
			requestKey: typed.requestKey
		};
		const { payload, problems } = await mutate(event, PlaceOrderDocument, { input });
		if (problems.length || !payload?.orderGroup) return refused(problems, { typed });
		// Whoever is signed in finds the order without the secret, which then need not stand in an address.
		const key: Record<string, string> = (await signedInAs(event)) === undefined ? { key: payload.secret ?? '' } : {};
		redirect(303, ownPathsIn(event.locals.lang).order(payload.orderGroup.code, { ...key, done: 'placed' }));
	}
};

/** Communes of today as people write them, for those who live around here. */
function communesOf(districts: CheckoutQuery['districts']): string[] {
	const today = districts.flatMap(({ communes }) => communes).filter(({ validTo }) => !validTo);
	return [...new Set(today.map(({ names }) => names.vi))].sort(new Intl.Collator('vi').compare);
}
