import assert from 'node:assert/strict';
import { test } from 'node:test';
import { varied } from './varied.ts';

const item = (name: string, maker: string | undefined, shelf: string) => ({ name, maker, shelf });
const pick = (items: ReturnType<typeof item>[], most: number) =>
	varied(items, most, ({ maker }) => maker, ({ shelf }) => shelf).map(({ name }) => name);

const candies = [item('a', 'Đông Á', 'candy'), item('b', 'Đông Á', 'candy'), item('c', 'Đông Á', 'candy')];

test('makers and shelves take turns, in the order of the list', () => {
	assert.deepEqual(pick([...candies, item('d', 'Chánh Thu', 'fruit'), item('e', undefined, 'honey')], 3), ['a', 'd', 'e']);
});

test('what was passed over fills the places that are left', () => {
	assert.deepEqual(pick([...candies, item('d', 'Chánh Thu', 'fruit')], 3), ['a', 'd', 'b']);
	assert.deepEqual(pick(candies, 8), ['a', 'b', 'c']);
	assert.deepEqual(pick([], 8), []);
});

test('makers that nobody named are not taken for one maker', () => {
	assert.deepEqual(pick([item('a', undefined, 'x'), item('b', undefined, 'y')], 2), ['a', 'b']);
});
