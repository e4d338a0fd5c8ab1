import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sheets as words } from '#lib/messages/vi/workspace/sheets.ts';
import { outcomeOf } from './outcome.ts';

type Sheet = Parameters<typeof outcomeOf>[0];

const sent: Sheet = { state: 'CHECKED', dryRun: true, policy: 'ALL_OR_NOTHING', rows: 3, done: 3, made: 0, changed: 2, waiting: 0, refused: 1, faults: [] };
const say = (sheet: Partial<Sheet>) => outcomeOf({ ...sent, ...sheet }, words, String);

test('after a check, what follows from a bad row depends on what was chosen', () => {
	assert.deepEqual(say({}), { title: words.checkedFaulty('1'), lead: words.willRefuse });
	assert.equal(say({ policy: 'KEEP_GOOD_ROWS' }).lead, words.willLeave);
	assert.equal(say({ policy: 'KEEP_GOOD_ROWS', changed: 0 }).lead, words.nothingGood);
});

test('after a check without faults, nothing has changed yet, or nothing would', () => {
	assert.deepEqual(say({ refused: 0 }), { title: words.checkedGood, lead: words.unchanged });
	assert.equal(say({ refused: 0, changed: 0 }).lead, words.nothingNew);
});

test('rows that wait for the review of their text are brought in too', () => {
	const done = { state: 'DONE', dryRun: false, made: 1, waiting: 1 } as const;
	assert.equal(say({ ...done, refused: 0 }).title, words.done('4'));
	assert.equal(say(done).title, words.doneSome('4', '1'));
	assert.equal(say({ ...done, made: 0, changed: 0, waiting: 0, refused: 0 }).title, words.doneNothing);
});

test('a file that is no sheet is told why, and one whose rows are wrong how many are', () => {
	assert.deepEqual(say({ state: 'REFUSED', rows: 0, refused: 0, faults: [{ message: 'Tệp bị hỏng.' }] }), { title: words.unread, lead: 'Tệp bị hỏng.' });
	assert.deepEqual(say({ state: 'REFUSED', dryRun: false }), { title: words.refused('1'), lead: words.mend });
});

test('a run says whether it only looks, and one that stopped what it has changed', () => {
	assert.equal(say({ state: 'QUEUED' }).title, words.states.CHECKING);
	assert.equal(say({ state: 'RUNNING', dryRun: false }).title, words.states.TAKING);
	assert.equal(say({ state: 'BROKEN_OFF' }).lead, words.brokenCheck);
	assert.equal(say({ state: 'BROKEN_OFF', dryRun: false, done: 2 }).lead, words.broken('2', '3'));
});
