import { account } from './account.ts';
import { addresses } from './addresses.ts';
import { approvals } from './approvals.ts';
import { cart } from './cart.ts';
import { checkout } from './checkout.ts';
import { compare } from './compare.ts';
import { complaint } from './complaint.ts';
import { customs } from './customs.ts';
import { desk } from './desk.ts';
import { districts } from './districts.ts';
import { entry } from './entry.ts';
import { errors } from './errors.ts';
import { evidence } from './evidence.ts';
import { footer } from './footer.ts';
import { forms } from './forms.ts';
import { groups } from './groups.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { indicative } from './indicative.ts';
import { language } from './language.ts';
import { lists } from './lists.ts';
import { nav } from './nav.ts';
import { office } from './office.ts';
import { offer } from './offer.ts';
import { offline } from './offline.ts';
import { orders } from './orders.ts';
import { pad } from './pad.ts';
import { paying } from './paying.ts';
import { policies } from './policies.ts';
import { producer } from './producer.ts';
import { product } from './product.ts';
import { programme } from './programme.ts';
import { ranking } from './ranking.ts';
import { results } from './results.ts';
import { sales } from './sales.ts';
import { saved } from './saved.ts';
import { search } from './search.ts';
import { shop } from './shop.ts';
import { shortlist } from './shortlist.ts';
import { verify } from './verify.ts';
import { workspace } from './workspace.ts';

export const vi = {
	account,
	addresses,
	approvals,
	cart,
	checkout,
	compare,
	complaint,
	customs,
	desk,
	districts,
	entry,
	errors,
	evidence,
	footer,
	forms,
	groups,
	help,
	home,
	indicative,
	language,
	lists,
	nav,
	office,
	offer,
	offline,
	orders,
	pad,
	paying,
	policies,
	producer,
	product,
	programme,
	ranking,
	results,
	sales,
	saved,
	search,
	shop,
	shortlist,
	verify,
	workspace
};

/** Vietnamese is the original: the other languages must say all of it. */
export type Messages = typeof vi;
