import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ChangeMemberDocument, CreateMachineKeyDocument, InviteMemberDocument, OrganisationDocument, RevokeMachineKeyDocument, type KeyScope } from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { roleNames } from '../kinds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { viewer } = await query(event, OrganisationDocument, {});
	return { acting: viewer.actingFor };
};

export const actions: Actions = {
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
