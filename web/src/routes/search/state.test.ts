import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toVariables, withToggled, withoutFilters } from './state.ts';

const params = (query: string) => new URLSearchParams(query);

test('an address becomes a filter, and what makes no sense is left out', () => {
	const { filter, sort, search } = toVariables(
		params('q=%20k%E1%BA%B9o%20&stars=4&stars=9&kind=CooperativeGroup&kind=x&price=50000-99999&sort=BEST')
	);
	assert.equal(search, 'kẹo');
	assert.equal(sort, 'RELEVANCE');
	assert.deepEqual(filter?.stars, [4]);
	assert.deepEqual(filter?.producerKinds, ['COOPERATIVE_GROUP']);
	assert.deepEqual([filter?.priceMin, filter?.priceMax], [50_000, 99_999]);
});

test('a page before another is asked for from its end', () => {
	assert.deepEqual(
		(({ first, last, after, before }) => ({ first, last, after, before }))(toVariables(params('before=abc'))),
		{ first: undefined, last: 24, after: undefined, before: 'abc' }
	);
});

test('a filter goes on and off, and begins at the first page', () => {
	const on = withToggled(params('q=a&after=xyz'), 'stars', '4');
	assert.equal(on.toString(), 'q=a&stars=4');
	assert.equal(withToggled(on, 'stars', '5').toString(), 'q=a&stars=4&stars=5');
	assert.equal(withToggled(on, 'stars', '4').toString(), 'q=a');
});

test('one price range replaces another', () => {
	assert.equal(withToggled(params('price=0-49999'), 'price', '50000-99999').get('price'), '50000-99999');
});

test('clearing the filters keeps the words and the order', () => {
	assert.equal(withoutFilters(params('q=a&group=food&certified=1&sort=NAME&after=z')).toString(), 'q=a&sort=NAME');
});
