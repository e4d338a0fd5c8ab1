import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, tiersFor, wholeNumber } from './quantity.ts';

const tens = { minimum: 20, increment: 10, maximum: 95 };

test('a quantity within the rule fits', () => {
	for (const text of ['20', ' 30 ', '90']) {
		assert.deepEqual(judge(tens, text), { fits: true, quantity: Number(text) });
	}
	assert.deepEqual(judge({ minimum: 1, increment: 1 }, '1.200'), { fits: true, quantity: 1200 });
});

test('a wrong quantity names the nearest right ones', () => {
	assert.deepEqual(judge(tens, '5'), { fits: false, why: 'tooFew', nearest: [20] });
	assert.deepEqual(judge(tens, '0'), { fits: false, why: 'tooFew', nearest: [20] });
	assert.deepEqual(judge(tens, '34'), { fits: false, why: 'offStep', nearest: [30, 40] });
	assert.deepEqual(judge(tens, '92'), { fits: false, why: 'offStep', nearest: [90] });
	assert.deepEqual(judge(tens, '96'), { fits: false, why: 'tooMany', nearest: [90] });
});

test('what is no whole number is refused with a way out', () => {
	for (const text of ['', 'x', '-3', '1.5', '1e3', '12.34', '1..000', '<b>', '٣']) {
		assert.deepEqual(judge(tens, text), { fits: false, why: 'notWhole', nearest: [20] }, text);
	}
});

test('a number without end is too many, also where there is no maximum', () => {
	const verdict = judge({ minimum: 10, increment: 10, maximum: null }, '9'.repeat(400));
	assert.deepEqual(verdict, { fits: false, why: 'tooMany', nearest: [999_999_990] });
});

test('thousands may be grouped as either language does', () => {
	assert.deepEqual(['1.000', '1,000', '1 000', '12,345,678'].map(wholeNumber), [1000, 1000, 1000, 12_345_678]);
});

test('the price is the one of the highest step reached, and the next step is named', () => {
	const tiers = [1, 10, 50].map((minimum) => ({ minimum, unitPrice: 100 - minimum }));
	assert.deepEqual(tiersFor(tiers, 9), { tier: tiers[0], next: tiers[1] });
	assert.deepEqual(tiersFor(tiers, 10), { tier: tiers[1], next: tiers[2] });
	assert.deepEqual(tiersFor(tiers, 500), { tier: tiers[2], next: undefined });
	assert.deepEqual(tiersFor([], 1), { tier: undefined, next: undefined });
});
