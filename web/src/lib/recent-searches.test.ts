import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { forget, forgetAll, recentSearches, remember } from './recent-searches.ts';

const storage = (kept: Map<string, string>, fail = false) => ({
	getItem: (key: string) => kept.get(key) ?? null,
	setItem: (key: string, value: string) => {
		if (fail) throw new DOMException('full', 'QuotaExceededError');
		kept.set(key, value);
	},
	removeItem: (key: string) => kept.delete(key)
});

const provide = (value: unknown) => Object.defineProperty(globalThis, 'localStorage', { value, configurable: true });

beforeEach(() => provide(storage(new Map())));

test('the newest search comes first, once, and no more than six are kept', () => {
	for (const words of ['a', 'b', 'c', 'd', 'e', 'f', 'g', '  Kẹo   dừa ', 'kẹo dừa']) remember(words);
	assert.deepEqual(recentSearches(), ['kẹo dừa', 'g', 'f', 'e', 'd', 'c']);
});

test('one search or all can be forgotten', () => {
	remember('a');
	remember('b');
	forget('a');
	assert.deepEqual(recentSearches(), ['b']);
	forgetAll();
	assert.deepEqual(recentSearches(), []);
});

test('storage that is refused, full or full of rubbish breaks nothing', () => {
	provide(storage(new Map(), true));
	remember('a');
	assert.deepEqual(recentSearches(), []);

	for (const rubbish of ['{', '7', '"x"', '[1, null, {}]', `["${'x'.repeat(500)}"]`]) {
		provide(storage(new Map([['recent-searches', rubbish]])));
		assert.deepEqual(recentSearches(), []);
	}

	Object.defineProperty(globalThis, 'localStorage', {
		get: () => {
			throw new DOMException('refused', 'SecurityError');
		},
		configurable: true
	});
	remember('a');
	forgetAll();
	assert.deepEqual(recentSearches(), []);
});
