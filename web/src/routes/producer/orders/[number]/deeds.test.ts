import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deedsOf } from './deeds.ts';

const lines = (shipped: number, returned: number) => [{ shipped, returned }];

test('a new order is taken on or refused', () => assert.deepEqual(deedsOf({ state: 'PLACED', lines: lines(0, 0) }), ['confirm', 'refuse']));

test('what was sent in part goes on, comes back or ends there', () => assert.deepEqual(deedsOf({ state: 'PARTLY_SHIPPED', lines: lines(1, 0) }), ['ship', 'bringBack', 'refuse']));

test('nothing comes back twice', () => assert.deepEqual(deedsOf({ state: 'DELIVERED', lines: lines(2, 2) }), []));

test('nothing is left to do with what was called off', () => assert.deepEqual(deedsOf({ state: 'CANCELLED', lines: lines(0, 0) }), []));
