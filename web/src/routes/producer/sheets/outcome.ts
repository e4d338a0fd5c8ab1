import type { OneSheetQuery, SheetLineFragment } from '#lib/gql/graphql.ts';
import type { Messages } from '#lib/messages/vi/index.ts';

type Words = Messages['workspace']['sheets'];
type Sheet = Pick<NonNullable<OneSheetQuery['import']>, 'state' | 'dryRun' | 'policy' | 'rows' | 'done' | 'made' | 'changed' | 'waiting' | 'refused'> & { faults: { message: string }[] };

/** Where a sheet stands, as its sender sees it: waiting for its turn is part of being worked on. */
export function standingOf({ state, dryRun }: Pick<SheetLineFragment, 'state' | 'dryRun'>) {
	return state !== 'QUEUED' && state !== 'RUNNING' ? state : dryRun ? 'CHECKING' : 'TAKING';
}

/** Rows that do something. */
export const takenOf = ({ made, changed, waiting }: Pick<Sheet, 'made' | 'changed' | 'waiting'>) => made + changed + waiting;

/** Whether good rows are kept out by bad ones. */
export const isHeldUp = ({ policy, refused }: Pick<Sheet, 'policy' | 'refused'>) => policy === 'ALL_OR_NOTHING' && refused > 0;

/** What there is to say of a sheet: in one line, and what follows from it. */
export function outcomeOf(sheet: Sheet, words: Words, number: (value: number) => string): { title: string; lead: string } {
	const [taken, refused] = [takenOf(sheet), number(sheet.refused)];
	const standing = standingOf(sheet);
	switch (standing) {
		case 'RECEIVED':
			return { title: words.states.RECEIVED, lead: words.received };
		case 'CHECKING':
		case 'TAKING':
			return { title: words.states[standing], lead: words.working };
		case 'CHECKED':
			if (!sheet.refused) return { title: words.checkedGood, lead: taken ? words.unchanged : words.nothingNew };
			return { title: words.checkedFaulty(refused), lead: !taken ? words.nothingGood : isHeldUp(sheet) ? words.willRefuse : words.willLeave };
		case 'DONE':
			if (!taken && !sheet.refused) return { title: words.doneNothing, lead: words.nothingNew };
			return { title: sheet.refused ? words.doneSome(number(taken), refused) : words.done(number(taken)), lead: words.doneLead };
		case 'REFUSED':
			// Of a file that is no sheet there is one thing to say, and no row to say it of.
			return { title: sheet.refused ? words.refused(refused) : words.unread, lead: (!sheet.rows && sheet.faults[0]?.message) || words.mend };
		case 'BROKEN_OFF':
			return { title: words.states.BROKEN_OFF, lead: sheet.dryRun ? words.brokenCheck : words.broken(number(sheet.done), number(sheet.rows)) };
	}
}
