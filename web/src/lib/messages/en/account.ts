import type { account as vi } from '../vi/account.ts';
import { enrolment } from './account/enrolment.ts';
import { keys } from './account/keys.ts';
import { members } from './account/members.ts';
import { security } from './account/security.ts';

export const account: typeof vi = {
	enrolment,
	keys,
	members,
	security,
	title: 'Account',
	organisation: 'Organisation',
	securityTitle: 'Security',
	workspace: 'Workspace',
	office: 'Office desk',
	parts: 'Parts of the account',
	you: (name) => `You are ${name}`,
	actingFor: 'Acting for',
	alone: 'Myself, for no organisation',
	change: 'Change',
	signOut: 'Sign out',
	roles: { OWNER: 'Owner', EDITOR: 'Editor', VIEWER: 'Viewer' },
	kinds: { PRODUCER: 'Producer', DISTRIBUTOR: 'Distributor', BUYER: 'Buyer', PROGRAMME_OFFICE: 'Programme office' },
	done: {
		organisation: 'The organisation is registered. From now on you act for it.',
		joined: 'You are a member of the organisation now.',
		invited: 'The invitation is sent.',
		role: 'The role is changed.',
		removed: 'The member is taken out of the organisation.',
		revoked: 'The key is revoked.',
		password: 'The password is changed. All other devices are signed out.',
		stopped: 'The second step is off.',
		ended: 'That device is signed out.',
		endedAll: 'All other devices are signed out.'
	}
};
