import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choiceQuery, readChoice } from './choice.ts';

const read = (query: string) => readChoice(new URLSearchParams(query));

test('products are named in one value or in several, each once', () => {
	assert.deepEqual(read('p=keo-dua,mat-ong&p=keo-dua&p=%20gao%20'), {
		slugs: ['keo-dua', 'mat-ong', 'gao'],
		strange: []
	});
	assert.deepEqual(read(''), { slugs: [], strange: [] });
	assert.deepEqual(read('p=,,&p='), { slugs: [], strange: [] });
});

test('what is no slug is kept apart and cut short, so that it can be named', () => {
	const { slugs, strange } = read(`p=${encodeURIComponent('<script>')},keo-dua,${'x'.repeat(500)}`);
	assert.deepEqual(slugs, ['keo-dua']);
	assert.deepEqual(strange, ['<script>', 'x'.repeat(60)]);
});

test('an address without end asks for no more than twenty', () => {
	const many = Array.from({ length: 5000 }, (_, index) => `p=a-${index}`).join('&');
	assert.equal(read(many).slugs.length, 20);
});

test('a choice is written as it is read', () => {
	assert.deepEqual(readChoice(new URLSearchParams(choiceQuery(['a', 'b']))).slugs, ['a', 'b']);
	assert.deepEqual(choiceQuery([]), {});
});
