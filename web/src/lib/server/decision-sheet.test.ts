import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginningOf, rowsIn, rowsOf, starsIn } from './decision-sheet.ts';

test('rows come from a spreadsheet or are typed with semicolons', () => {
	assert.deepEqual(rowsIn('Kẹo dừa\tBT-1\t4\t\r\n\r\n keo-chuoi ; BT-2; 3 sao;BT-0'), [
		{ product: 'Kẹo dừa', number: 'BT-1', stars: '4', supersedes: '', productId: '', olderId: '' },
		{ product: 'keo-chuoi', number: 'BT-2', stars: '3 sao', supersedes: 'BT-0', productId: '', olderId: '' }
	]);
	assert.deepEqual(rowsIn(' \n'), []);
});

test('the head of a sheet is no row, and a row without stars is one', () => {
	assert.equal(rowsIn('Sản phẩm\tSố giấy\tSố sao\nKẹo dừa\tBT-1\t4').length, 1);
	assert.equal(rowsIn('Kẹo dừa\tBT-1\t\nKẹo chuối\tBT-2\t4').length, 2);
	assert.equal(rowsIn('Kẹo dừa\tBT-1\t5 sao').length, 1);
});

test('stars are a number, whatever word stands behind it', () => {
	assert.deepEqual(['4', '4 sao', '3 stars', '12', 'bốn', ''].map(starsIn), [4, 4, 3, 0, 0, 0]);
});

test('a row whose fields were emptied is left out', () => {
	const form = new FormData();
	for (const [at, product] of ['Kẹo dừa', '', 'Kẹo chuối'].entries()) {
		form.set(`products.${at}.product`, product);
		form.set(`products.${at}.productId`, `id of ${at}`);
	}
	assert.deepEqual(rowsOf(form).map(({ product }) => product), ['Kẹo dừa', 'Kẹo chuối']);
});

test('what numbers have in common finds all of them', () => {
	assert.equal(beginningOf(['BT-2026-001', 'BT-2026-017']), 'BT-2026-0');
	assert.equal(beginningOf(['12/OCOP']), '12/OCOP');
	assert.equal(beginningOf(['A-1', 'B-1']), '');
	assert.equal(beginningOf([]), '');
});
