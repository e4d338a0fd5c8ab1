import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'uqr';
import { qrCode } from '#lib/server/qr.ts';

/** Fills the path's runs back into modules. */
function modules({ size, path }: ReturnType<typeof qrCode>): boolean[][] {
	const grid = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
	for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
		grid[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
	}
	return grid;
}

test('the path draws the code it was made of, and leaves four modules free around it', () => {
	const address = 'https://shop.example/verify/83-832-28882-2-2022';
	const qr = qrCode(address);
	assert.deepEqual(modules(qr), encode(address, { ecc: 'M', border: 4 }).data);
	for (const row of modules(qr)) assert.ok(!row.slice(0, 4).includes(true) && !row.slice(-4).includes(true));
	assert.ok(!modules(qr).slice(0, 4).flat().includes(true));
});
