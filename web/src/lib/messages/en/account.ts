import type { account as vi } from '../vi/account.ts';
import { enrolment } from './account/enrolment.ts';
import { keys } from './account/keys.ts';
import { mandates } from './account/mandates.ts';
import { members } from './account/members.ts';
import { personal } from './account/personal.ts';
import { security } from './account/security.ts';

export const account: typeof vi = {
	enrolment,
	keys,
	mandates,
	members,
	personal,
	security,
	title: 'Account',
	orders: 'Orders',
	addresses: 'Addresses',
	approvals: 'Approvals',
	lists: 'Lists',
	organisation: 'Organisation',
	personalTitle: 'Your data',
	securityTitle: 'Security',
	workspace: 'Workspace',
	office: 'Office desk',
	parts: 'Parts of the account',
	you: (name) => `You are ${name}`,
	actingFor: 'Acting for',
	through: (producer, agent) => `${producer} (through ${agent})`,
	alone: 'Myself, for no organisation',
	change: 'Change',
	signOut: 'Sign out',
	roles: { OWNER: 'Owner', EDITOR: 'Editor', VIEWER: 'Viewer' },
	kinds: { PRODUCER: 'Producer', DISTRIBUTOR: 'Distributor', BUYER: 'Buyer', PROGRAMME_OFFICE: 'Programme office' },
	done: {
		organisation: 'The organisation is registered. From now on you act for it.',
		joined: 'You are a member of the organisation now.',
		changed: 'What the organisation says of itself is saved.',
		invited: 'The invitation is sent.',
		withdrawn: 'The invitation is taken back. The link in the letter works no more.',
		mandated: 'From now on that co-operative can act for your organisation.',
		unmandated: 'That co-operative can act for you no more.',
		consent: 'It is noted.',
		kept: 'The account stays.',
		erasing: 'We got your wish to have the account erased, and have sent you a letter.',
		role: 'The role is changed.',
		removed: 'The member is taken out of the organisation.',
		revoked: 'The key is revoked.',
		limit: 'The limit is saved.',
		listSaved: 'The list is saved.',
		listRemoved: 'The list is removed.',
		addressSaved: 'The address is saved.',
		addressRemoved: 'The address is removed. Orders that were placed stay as they are.',
		password: 'The password is changed. All other devices are signed out.',
		stopped: 'The second step is off.',
		ended: 'That device is signed out.',
		endedAll: 'All other devices are signed out.'
	}
};
