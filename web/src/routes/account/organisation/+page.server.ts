import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
	ChangeMemberDocument,
	ChangeOrganisationDocument,
	CreateMachineKeyDocument,
	EndMandateDocument,
	GiveMandateDocument,
	InviteMemberDocument,
	OrganisationDocument,
	RevokeMachineKeyDocument,
	SetOrderLimitDocument,
	WithdrawInvitationDocument,
	type KeyScope
} from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { wholeNumber } from '#lib/quantity.ts';
import { mutate, query } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { messagesIn } from '#lib/server/messages.ts';
import { detailNames, detailsOf, roleNames } from '../kinds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { viewer, districts } = await query(event, OrganisationDocument, {});
	return { acting: viewer.actingFor, districts, requestKey: crypto.randomUUID() };
};

export const actions: Actions = {
	change: async (event) => {
		const field = await fieldsOf(event.request);
		const typed = Object.fromEntries(detailNames.map((name) => [name, field(name)])) as Record<(typeof detailNames)[number], string>;
		const version = Number(field('version')) || 0;
		const { problems } = await mutate(event, ChangeOrganisationDocument, { input: { ...detailsOf(typed), version } });
		if (problems.length) return refused(problems, { about: 'change' as const, typed });
		redirect(303, here(event, 'changed'));
	},
	withdraw: async (event) => {
		const invitation = (await fieldsOf(event.request))('invitation');
		const { problems } = await mutate(event, WithdrawInvitationDocument, { input: { invitation } });
		if (problems.length) return refused(problems, { about: 'invitations' as const });
		redirect(303, here(event, 'withdrawn'));
	},
	mandate: async (event) => {
		const typed = { taxCode: (await fieldsOf(event.request))('taxCode') };
		const { problems } = await mutate(event, GiveMandateDocument, { input: typed });
		if (problems.length) return refused(problems, { about: 'mandate' as const, typed });
		redirect(303, here(event, 'mandated'));
	},
	unmandate: async (event) => {
		const agent = (await fieldsOf(event.request))('agent');
		const { problems } = await mutate(event, EndMandateDocument, { input: { agent } });
		if (problems.length) return refused(problems, { about: 'mandates' as const });
		redirect(303, here(event, 'unmandated'));
	},
	invite: async (event) => {
		const field = await fieldsOf(event.request);
		const typed = { email: field('email'), role: roleOf(field('role')) };
		const { problems } = await mutate(event, InviteMemberDocument, { input: typed });
		if (problems.length) return refused(problems, { about: 'invite' as const, typed });
		redirect(303, here(event, 'invited'));
	},
	role: async (event) => {
		const field = await fieldsOf(event.request);
		return change(event, field('member'), roleOf(field('role')));
	},
	limit: async (event) => {
		const field = await fieldsOf(event.request);
		const [member, typed] = [field('member'), field('limit')];
		const limit = typed.trim() ? wholeNumber(typed) : null;
		if (limit === undefined) {
			const message = messagesIn(event.locals.lang).approvals.notWhole;
			return refused([{ code: 'UNREADABLE', message, path: ['limit'] }], { about: 'limit' as const, member, typed });
		}
		const { problems } = await mutate(event, SetOrderLimitDocument, { input: { member, limit, requestKey: field('requestKey') || null } });
		if (problems.length) return refused(problems, { about: 'limit' as const, member, typed });
		redirect(303, here(event, 'limit'));
	},
	key: async (event) => {
		const form = await event.request.formData();
		const typed = { name: String(form.get('name') ?? ''), scopes: form.getAll('scopes').filter((scope): scope is KeyScope => scopes.some((known) => known === scope)) };
		const { problems, payload } = await mutate(event, CreateMachineKeyDocument, { input: typed });
		if (!payload?.key || !payload.secret) return refused(problems, { about: 'key' as const, typed });

		// No redirect: the secret is shown in this answer and nowhere else.
		return { about: 'key-made' as const, made: { ...payload.key, secret: payload.secret } };
	},
	revoke: async (event) => {
		const key = (await fieldsOf(event.request))('key');
		const { problems } = await mutate(event, RevokeMachineKeyDocument, { input: { key } });
		if (problems.length) return refused(problems, { about: 'keys' as const });
		redirect(303, here(event, 'revoked'));
	},
	remove: async (event) => change(event, (await fieldsOf(event.request))('member'), null)
};

async function change(event: RequestEvent, member: string, role: ReturnType<typeof roleOf> | null) {
	const { problems } = await mutate(event, ChangeMemberDocument, { input: { member, role } });
	if (problems.length) return refused(problems, { about: 'members' as const });
	redirect(303, here(event, role ? 'role' : 'removed'));
}

const here = ({ locals }: RequestEvent, done: string) => ownPathsIn(locals.lang).organisation({ done });

const scopes: readonly KeyScope[] = ['LISTINGS', 'STOCK', 'OFFICE'];

/** Whatever a form says that is no role gives the least of them. */
const roleOf = (typed: string) => roleNames.find((role) => role === typed) ?? roleNames[0]!;
