import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
	ChangePasswordDocument,
	ConfirmTwoFactorDocument,
	RevokeSessionDocument,
	SecurityDocument,
	StartTwoFactorDocument,
	StopTwoFactorDocument
} from '#lib/gql/graphql.ts';
import { ownPathsIn } from '#lib/own-paths.ts';
import { mutate, query } from '#lib/server/api.ts';
import { plainDevice } from '#lib/server/device.ts';
import { fieldsOf, refused } from '#lib/server/form.ts';
import { authenticatorOf } from './authenticator.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { viewer } = await query(event, SecurityDocument, {});
	return {
		secondFactor: viewer.secondFactor ?? false,
		sessions: viewer.sessions.map((session) => ({ ...session, device: plainDevice(session.device) }))
	};
};

export const actions: Actions = {
	password: async (event) => {
		const field = await fieldsOf(event.request);
		const input = { currentPassword: field('currentPassword'), password: field('password') };
		const { problems } = await mutate(event, ChangePasswordDocument, { input });
		if (problems.length) return refused(problems, { about: 'password' });
		redirect(303, here(event, 'password'));
	},
	start: async (event) => {
		const { payload, problems } = await mutate(event, StartTwoFactorDocument, {});
		if (!payload) return refused(problems, { about: 'factor' });
		return { about: 'factor', authenticator: authenticatorOf(payload.uri) };
	},
	confirm: async (event) => {
		const field = await fieldsOf(event.request);
		const { payload, problems } = await mutate(event, ConfirmTwoFactorDocument, { input: { code: field('code') } });
		if (problems.length) return refused(problems, { about: 'factor', authenticator: authenticatorOf(field('uri')) });
		return { about: 'factor', recoveryCodes: payload?.recoveryCodes ?? [] };
	},
	stop: async (event) => {
		const field = await fieldsOf(event.request);
		const { problems } = await mutate(event, StopTwoFactorDocument, { input: { currentPassword: field('currentPassword') } });
		if (problems.length) return refused(problems, { about: 'factor' });
		redirect(303, here(event, 'stopped'));
	},
	end: async (event) => {
		const session = (await fieldsOf(event.request))('session') || null;
		const { problems } = await mutate(event, RevokeSessionDocument, { input: { session } });
		if (problems.length) return refused(problems, { about: 'sessions' });
		redirect(303, here(event, session ? 'ended' : 'endedAll'));
	}
};

const here = ({ locals }: RequestEvent, done: string) => ownPathsIn(locals.lang).security({ done });
