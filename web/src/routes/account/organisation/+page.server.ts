import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ChangeMemberDocument, InviteMemberDocument, OrganisationDocument } from '#lib/gql/graphql.ts';
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
		if (problems.length) return refused(problems, { about: 'invite', typed });
		redirect(303, here(event, 'invited'));
	},
	role: async (event) => {
		const field = await fieldsOf(event.request);
		return change(event, field('member'), roleOf(field('role')));
	},
	remove: async (event) => change(event, (await fieldsOf(event.request))('member'), null)
};

async function change(event: RequestEvent, member: string, role: ReturnType<typeof roleOf> | null) {
	const { problems } = await mutate(event, ChangeMemberDocument, { input: { member, role } });
	if (problems.length) return refused(problems, { about: 'members', typed: undefined });
	redirect(303, here(event, role ? 'role' : 'removed'));
}

const here = ({ locals }: RequestEvent, done: string) => ownPathsIn(locals.lang).organisation({ done });

/** Whatever a form says that is no role gives the least of them. */
const roleOf = (typed: string) => roleNames.find((role) => role === typed) ?? roleNames[0]!;
