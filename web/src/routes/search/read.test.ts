import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepKnown, readSearch, tooLong } from './read.ts';
import { longestWords, mostValues } from './shapes.ts';

const read = (query: string) => readSearch(new URLSearchParams(query));
const names = (query: string) => read(query).left.map(({ name, value }) => `${name}=${value}`);

test('an address becomes a search', () => {
	const { variables, left } = read(
		'q=%20k%E1%BA%B9o%20&stars=4&stars=5&kind=CooperativeGroup&market=us&min=50.000&max=99k&sort=name&marks=all'
	);
	assert.deepEqual(left, []);
	assert.equal(variables.search, 'kẹo');
	assert.equal(variables.sort, 'NAME');
	assert.equal(variables.marks, 'IGNORE');
	assert.deepEqual(variables.filter.stars, [4, 5]);
	assert.deepEqual(variables.filter.exportMarkets, ['US']);
	assert.deepEqual(variables.filter.producerKinds, ['COOPERATIVE_GROUP']);
	assert.deepEqual([variables.filter.priceMin, variables.filter.priceMax], [50_000, 99_000]);
});

test('a page before another is asked for from its end', () => {
	const { last, before, first } = read('before=abc').variables;
	assert.deepEqual({ last, before, first }, { last: 24, before: 'abc', first: undefined });
});

test('a price range written the wrong way round is turned', () => {
	const { filter } = read('min=90000&max=5000').variables;
	assert.deepEqual([filter.priceMin, filter.priceMax], [5_000, 90_000]);
});

// Each line: an address, and what of it must be named as left out. Whatever is not named is followed.
const hostile: [query: string, left: string[]][] = [
	['sort=BEST', ['sort=BEST']],
	['stars=99', ['stars=99']],
	['stars=4&stars=9&stars=x', ['stars=9', 'stars=x']],
	['stars=4&stars=4&stars=4', []],
	['min=abc', ['min=abc']],
	['min=-5&max=1e9', ['min=-5', 'max=1e9']],
	['max=99999999999999999999', ['max=99999999999999999999']],
	['min=%20%20', []],
	['q=a&q=b', ['q=b']],
	['q=', []],
	['q=%FF%FE', ['q=\uFFFD\uFFFD']],
	['kind=constructor', ['kind=constructor']],
	['kind=__proto__', ['kind=__proto__']],
	['group=%27%3B--', ["group=';--"]],
	['certified=yes', ['certified=yes']],
	['available=maybe', ['available=maybe']],
	['marks=none', ['marks=none']],
	['market=Vietnam', ['market=Vietnam']],
	['utm_source=x&__proto__=y&toString=z', []]
];

for (const [query, left] of hostile) {
	test(`of “${query}” what cannot be read is left out and named`, () => assert.deepEqual(names(query), left));
}

test('thousands of letters are cut between two characters, and no half of one is sent on', () => {
	const { variables, left } = read(`q=${encodeURIComponent('🥥'.repeat(5000))}`);
	assert.equal([...variables.search!].length, longestWords);
	assert.ok(variables.search!.isWellFormed());
	assert.deepEqual(left.map(({ name }) => name), [tooLong]);
});

test('control characters and broken encodings are no words', () => {
	assert.equal(read('q=k%00eo%1F%ED%A0%80').variables.search, 'k eo');
	assert.equal(read('q=%00%01').variables.search, null);
});

test('more values than the catalogue takes are left out', () => {
	const { variables, left } = read(Array.from({ length: 80 }, (_, i) => `group=g${i}`).join('&'));
	assert.equal(variables.filter.groups?.length, mostValues);
	assert.equal(left.length, 80 - mostValues);
});

test('codes that the catalogue does not know are taken out and named', () => {
	const { variables, left } = keepKnown(read('group=food&group=gold&district=hue').variables, {
		groups: ['food'],
		districts: ['ba-tri'],
		certifications: []
	});
	assert.deepEqual(variables.filter.groups, ['food']);
	assert.deepEqual(variables.filter.districts, []);
	assert.deepEqual(left, [{ name: 'group', value: 'gold' }, { name: 'district', value: 'hue' }]);
});
