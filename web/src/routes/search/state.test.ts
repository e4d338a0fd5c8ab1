import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filtersIn, pageNumber, withToggled, withoutFilter, withoutFilters } from './state.ts';

const params = (query: string) => new URLSearchParams(query);

test('a filter goes on and off, and begins at the first page', () => {
	const on = withToggled(params('q=a&after=xyz&page=3'), 'stars', '4');
	assert.equal(on.toString(), 'q=a&stars=4');
	assert.equal(withToggled(on, 'stars', '5').toString(), 'q=a&stars=4&stars=5');
	assert.equal(withToggled(on, 'stars', '4').toString(), 'q=a');
});

test('one price band replaces another, and goes off again', () => {
	const band = withToggled(params('min=0&max=49999'), 'price', '50000-99999');
	assert.equal(band.toString(), 'min=50000&max=99999');
	assert.equal(withToggled(band, 'price', '1000000-').toString(), 'min=1000000');
	assert.equal(withToggled(band, 'price', '50000-99999').toString(), '');
});

test('clearing the filters keeps the words and the order', () => {
	assert.equal(withoutFilters(params('q=a&group=food&certified=1&min=5&sort=NAME&after=z')).toString(), 'q=a&sort=NAME');
});

test('a price is one filter with two ends', () => {
	assert.deepEqual(filtersIn(params('q=a&min=5&max=9&stars=4&kind=')), ['stars', 'price']);
	assert.equal(withoutFilter(params('q=a&min=5&max=9'), 'price').toString(), 'q=a');
});

test('a page has the number of its address, where that can be', () => {
	assert.equal(pageNumber(params('page=3'), 100, 24), 1);
	assert.equal(pageNumber(params('after=x&page=3'), 100, 24), 3);
	assert.equal(pageNumber(params('after=x&page=900'), 100, 24), 5);
	assert.equal(pageNumber(params('after=x&page=-1.5'), 100, 24), 1);
});
