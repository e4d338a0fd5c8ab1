import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from './fixes.ts';

const tens = { minimum: 20, increment: 10, maximum: 95 };
const line = (quantity: number, code?: string, available?: number) => ({ quantity, quantityRule: tens, available: available ?? null, problem: code ? { code } : null });

test('a line that can be ordered needs no other quantity', () => assert.deepEqual(fixesOf(line(30)), []));

test('a quantity between two steps may become either', () => assert.deepEqual(fixesOf(line(34, 'QUANTITY_NOT_ALLOWED')), [30, 40]));

test('too many become the most that may be ordered', () => assert.deepEqual(fixesOf(line(400, 'QUANTITY_NOT_ALLOWED')), [90]));

test('what is short becomes the most that is there in whole steps', () => assert.deepEqual(fixesOf(line(80, 'INSUFFICIENT_STOCK', 47)), [40]));

test('nothing is offered where less is there than may be ordered', () => {
	assert.deepEqual(fixesOf(line(80, 'INSUFFICIENT_STOCK', 19)), []);
	assert.deepEqual(fixesOf(line(80, 'INSUFFICIENT_STOCK', 0)), []);
	assert.deepEqual(fixesOf(line(80, 'NOT_ON_SALE')), []);
});
