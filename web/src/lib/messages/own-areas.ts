import type { Messages } from './vi/index.ts';

type Area = keyof Messages;

/** What pages of one visitor’s own say beyond the frame: no other page loads even this table. */
export const ownAreasOf: Record<string, Area[]> = {
	'/account': ['account', 'forms', 'producer'],
	'/account/data': ['account', 'forms'],
	'/account/organisation': ['account', 'forms', 'producer'],
	'/account/security': ['account', 'forms'],
	'/complaints/new': ['complaint', 'forms'],
	'/confirm': ['entry', 'forms'],
	'/invitation': ['entry', 'forms'],
	'/office': ['desk', 'evidence', 'office'],
	'/office/audit': ['desk', 'office'],
	'/office/certificates': ['desk', 'office'],
	'/office/certificates/[id]': ['desk', 'forms', 'office', 'verify'],
	'/office/complaints': ['complaint', 'desk', 'forms', 'office'],
	'/office/decisions': ['desk', 'forms', 'office'],
	'/office/evidence': ['desk', 'evidence', 'forms', 'office'],
	'/office/listings/[id]': ['desk', 'forms', 'office'],
	'/office/organisations': ['account', 'desk', 'forms', 'office', 'producer'],
	'/office/producers': ['desk', 'forms', 'office', 'producer'],
	'/office/takedowns': ['desk', 'forms', 'office'],
	'/password': ['entry', 'forms'],
	'/password/new': ['entry', 'forms'],
	'/producer': ['desk', 'evidence', 'workspace'],
	'/producer/evidence': ['desk', 'evidence', 'forms', 'workspace'],
	'/producer/evidence/[id]': ['desk', 'evidence', 'forms', 'workspace'],
	'/producer/listings': ['desk', 'workspace'],
	'/producer/listings/[id]': ['desk', 'forms', 'workspace'],
	'/producer/offers/[id]': ['desk', 'forms', 'workspace'],
	'/producer/pictures/[id]': ['desk', 'forms', 'workspace'],
	'/producer/sheets': ['desk', 'forms', 'workspace'],
	'/producer/sheets/[id]': ['desk', 'forms', 'workspace'],
	'/producer/stock': ['desk', 'forms', 'workspace'],
	'/register': ['entry', 'forms'],
	'/sign-in': ['entry', 'forms']
};
