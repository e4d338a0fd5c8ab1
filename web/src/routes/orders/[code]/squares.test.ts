import assert from 'node:assert/strict';
import { test } from 'node:test';
import { squaresOf } from './squares.ts';

test('the dark squares of a code are taken and its white ground is left', () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><path fill="#fff" d="M0 0h29v29H0z"/><path d="M4 4h7v1H4z"/></svg>';
	assert.deepEqual(squaresOf(svg), { size: 29, path: 'M4 4h7v1H4z' });
});

test('no code has no squares', () => {
	assert.equal(squaresOf(null), undefined);
	assert.equal(squaresOf('<p>'), undefined);
});
