import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestNumber, writtenNumber } from './number.ts';

test('a number is taken as printed, without the blanks around it', () => {
	assert.equal(writtenNumber('  DEMO-2025-32750 \n'), 'DEMO-2025-32750');
	assert.equal(writtenNumber('12/QĐ-UBND  2025'), '12/QĐ-UBND 2025');
	assert.equal(writtenNumber(null), '');
});

test('the address of a QR code stands for its number', () => {
	assert.equal(writtenNumber('https://shop.example/verify/DEMO-2025-1?x=1'), 'DEMO-2025-1');
	assert.equal(writtenNumber('http://shop.example/en/verify/12%2FQ%C4%90'), '12/QĐ');
	assert.equal(writtenNumber('https://shop.example/verify/100%'), '100%');
});

test('a number without end is cut', () => {
	assert.equal(writtenNumber('9'.repeat(10_000)).length, longestNumber);
	assert.equal(writtenNumber(`https://x/verify/${'9'.repeat(10_000)}`).length, longestNumber);
});
