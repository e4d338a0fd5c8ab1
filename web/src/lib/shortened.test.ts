import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortened } from './shortened.ts';

test('a short text stays as it is', () => assert.equal(shortened('Kẹo dừa.'), 'Kẹo dừa.'));

test('a long text ends after a whole word', () => assert.equal(shortened('Kẹo dừa, sầu riêng', 10), 'Kẹo dừa…'));

test('one endless word is cut all the same', () => assert.equal(shortened('a'.repeat(30), 10), 'aaaaaaaaaa…'));
