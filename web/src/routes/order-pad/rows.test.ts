import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf, writtenIn } from './rows.ts';

function form(fix?: string) {
	const sent = new FormData();
	for (const [row, sku, quantity] of [
		['2', 'CX-A', '12'],
		['5', 'CX-B\t"x"', '1.200'],
		['6', '', ' ']
	]) {
		sent.append('row', row!);
		sent.append('sku', sku!);
		sent.append('quantity', quantity!);
	}
	if (fix) sent.append('fix', fix);
	return sent;
}

test('every row keeps the number that it has in its sheet', () => assert.equal(textOf(writtenIn(form())), '\nCX-A\t12\n\n\nCX-B x\t1.200'));

test('a button puts another word into its row, or takes it out', () => {
	assert.equal(textOf(writtenIn(form('2 quantity 24'))), '\nCX-A\t24\n\n\nCX-B x\t1.200');
	assert.equal(textOf(writtenIn(form('5 sku CX-C'))), '\nCX-A\t12\n\n\nCX-C\t1.200');
	assert.equal(textOf(writtenIn(form('2 out'))), '\n\n\n\nCX-B x\t1.200');
});

test('a row of a made-up number is no flood of lines', () => assert.ok(textOf([{ row: 1e12, sku: 'CX-A', quantity: '1' }]).length < 30_000));
