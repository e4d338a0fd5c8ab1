import assert from 'node:assert/strict';
import { test } from 'node:test';
import { srcsets } from './srcsets.ts';

const source = (ending: string, type: string, width: number) => ({ url: `/pictures/a/${width}.${ending}`, type, width });

test('a line for each format but JPEG, in the order given', () => {
	const lines = srcsets([
		source('avif', 'image/avif', 320),
		source('avif', 'image/avif', 640),
		source('webp', 'image/webp', 320),
		source('jpg', 'image/jpeg', 640)
	]);

	assert.deepEqual(lines, [
		{ type: 'image/avif', srcset: '/pictures/a/320.avif 320w, /pictures/a/640.avif 640w' },
		{ type: 'image/webp', srcset: '/pictures/a/320.webp 320w' }
	]);
});

test('a drawing has none', () => assert.deepEqual(srcsets([]), []));
