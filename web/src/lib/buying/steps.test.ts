import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasFailed, stepsOf } from './steps.ts';

const placed = { kind: 'PLACED', at: '1' } as const;
const confirmed = { kind: 'CONFIRMED', at: '2' } as const;

test('a new order has taken its first step', () => {
	const steps = stepsOf('PLACED', [placed]);
	assert.deepEqual(steps.map(({ isReached }) => isReached), [true, false, false, false, false]);
	assert.equal(steps[0]!.at, '1');
});

test('an order that was sent without a word of packing has passed it all the same', () => {
	const steps = stepsOf('SHIPPED', [placed, confirmed, { kind: 'SHIPPED', at: '3' }]);
	assert.deepEqual(steps.map(({ isReached }) => isReached), [true, true, true, true, false]);
	assert.equal(steps[2]!.at, undefined);
	assert.deepEqual(steps.map(({ isLast }) => isLast), [false, false, false, true, false]);
});

test('an order that was called off shows how far it had come', () => {
	const steps = stepsOf('CANCELLED', [placed, confirmed, { kind: 'CANCELLED', at: '3' }]);
	assert.deepEqual(steps.map(({ isReached }) => isReached), [true, true, false, false, false]);
	assert.ok(hasFailed('CANCELLED') && !hasFailed('DELIVERED'));
});
