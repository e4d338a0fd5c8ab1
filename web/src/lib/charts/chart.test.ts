import assert from 'node:assert/strict';
import { test } from 'node:test';
import { legend, roundAbove, spans, type Part } from './chart.ts';

const part = (value: number, label = 'a'): Part => ({ label, value, written: String(value), tone: 'leaf' });

test('an axis ends at a round number that nothing passes', () => {
	for (const [value, top] of [[0, 1], [1, 1], [316, 400], [341, 400], [80_000, 100_000], [420, 500], [266.6, 400]] as const) {
		assert.equal(roundAbove(value), top);
	}
});

test('stacked parts stand end to end', () => {
	assert.deepEqual(spans([part(25), part(50), part(25)], 100).map(({ x, width }) => [x, width]), [[0, 25], [25, 50], [75, 25]]);
});

test('a legend names each kind of part once', () => {
	const rows = [[part(1, 'a'), part(2, 'b')], [part(3, 'b'), part(4, '')]].map((parts) => ({ label: '', parts, value: 0, written: '', sources: [] }));
	assert.deepEqual(legend(rows).map(({ label }) => label), ['a', 'b']);
});
