import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostSaved, readSaved, withAllSaved, withSaved, withoutSaved, writeSaved } from '#lib/saved-list.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => `keo-dua-${index}`);

test('a list is read back as it was written', () => {
	const slugs = ['keo-dua-dong-a', 'mat-ong-cuc-vung'];
	assert.deepEqual(readSaved(writeSaved(slugs)), slugs);
	assert.deepEqual(readSaved(undefined), []);
	assert.deepEqual(readSaved(''), []);
});

test('what is no slug is left out, whoever wrote it', () => {
	const hostile = '<script>.keo-dua.../../etc.%2e%2e.KEO.keo dua.-.keo--dua.keo-.\u0000.keo-dua.é';
	assert.deepEqual(readSaved(hostile), ['keo-dua']);
	assert.deepEqual(readSaved(`${'a'.repeat(121)}.b`), ['b']);
	assert.deepEqual(readSaved('a.'.repeat(100_000)), []);
	assert.deepEqual(readSaved('__proto__.constructor'), ['constructor']);
});

test('a list longer than allowed keeps its newest part', () => {
	assert.deepEqual(readSaved(writeSaved(many(80))), many(mostSaved));
	const long = Array.from({ length: mostSaved }, (_, index) => `${'a'.repeat(100)}-${index}`);
	assert.ok(writeSaved(readSaved(writeSaved(long))).length <= 3800);
});

test('a product is saved once, in front, and dropped again', () => {
	assert.deepEqual(withSaved(['a', 'b'], 'b'), ['b', 'a']);
	assert.deepEqual(withSaved(['a'], 'c'), ['c', 'a']);
	assert.deepEqual(withoutSaved(['a', 'b'], 'a'), ['b']);
	assert.equal(withSaved([], 'no slug'), undefined);
});

test('a full list refuses another product, and takes one that it has', () => {
	assert.equal(withSaved(many(mostSaved), 'another'), undefined);
	assert.equal(withSaved(many(mostSaved), 'keo-dua-59')?.[0], 'keo-dua-59');
});

test('somebody else’s list goes behind one’s own, as far as it fits', () => {
	assert.deepEqual(withAllSaved(['a', 'b'], ['b', 'c', 'no slug']), ['a', 'b', 'c']);
	assert.equal(withAllSaved(many(mostSaved), ['another']).includes('another'), false);
});
