import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sitemap, type Entry } from './sitemap.ts';

const origin = 'https://cho.example';
const entries = (count: number): Entry[] =>
	Array.from({ length: count }, (_, n) => ({ path: (paths) => paths.product(`p${n}`), changed: '2026-11-01T00:00:00Z' }));

test('a page stands in the map once for each language, and each names the other', () => {
	const xml = sitemap(entries(1), null, origin) ?? '';

	assert.equal(xml.match(/<loc>/g)?.length, 2);
	assert.match(xml, /<loc>https:\/\/cho\.example\/san-pham\/p0<\/loc><lastmod>2026-11-01T00:00:00Z<\/lastmod>/);
	assert.match(xml, /hreflang="en" href="https:\/\/cho\.example\/en\/products\/p0"/);
});

test('more pages than one file may hold become files of an index, and none is lost', () => {
	const index = sitemap(entries(25), null, origin, 20) ?? '';
	const files = [1, 2, 3].map((part) => sitemap(entries(25), `${part}`, origin, 20) ?? '');

	assert.equal(index.match(/<sitemap>/g)?.length, 3);
	assert.equal(new Set(files.join('').match(/<loc>[^<]+/g)).size, 50);
});

test('a part that is not there is nothing', () => {
	for (const part of ['0', '2', '-1', '1e9', 'x', '']) assert.equal(sitemap(entries(3), part, origin), undefined);
});

test('a hostile slug stays inside its element', () => {
	const xml = sitemap([{ path: () => '/a?b=<&"\'' }], null, origin) ?? '';

	assert.doesNotMatch(xml, /<loc>[^<]*[<"'][^/]/);
	assert.match(xml, /&amp;/);
});
