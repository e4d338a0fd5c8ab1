import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choicesOf, chosenOf } from './choices.ts';

const cooperative = { id: 'c', name: 'HTX Dừa Xanh' };
const household = { id: 'h', name: 'Hộ Năm Dừa' };

test('a producer that gave a mandate is one of the choices, and the form’s value leads back to both', () => {
	const { all, now } = choicesOf([{ organisation: cooperative }], [{ organisation: household, agent: cooperative }], { organisation: household }, cooperative);

	assert.deepEqual(all, [
		{ value: 'c', name: 'HTX Dừa Xanh' },
		{ value: 'c>h', name: 'Hộ Năm Dừa', agent: 'HTX Dừa Xanh' }
	]);
	assert.deepEqual(now, all[1]);
	assert.deepEqual(chosenOf('c>h'), { organisation: 'c', onBehalfOf: 'h' });
	assert.deepEqual(chosenOf('c'), { organisation: 'c', onBehalfOf: null });
	assert.deepEqual(chosenOf(''), { organisation: null, onBehalfOf: null });
});

test('an officer who acts for a producer sees it among the choices', () => {
	const office = { id: 'o', name: 'Văn phòng' };
	const { all, now } = choicesOf([{ organisation: office }], [], { organisation: household }, office);

	assert.deepEqual(all.map(({ name }) => name), ['Văn phòng', 'Hộ Năm Dừa']);
	assert.equal(now?.value, 'o>h');
});
