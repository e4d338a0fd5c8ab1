import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOwn, ownPaths, ownPathsIn } from '#lib/own-paths.ts';
import { inLanguage, internalPath, languageOf, pageOfShop, pathsIn } from '#lib/paths.ts';

test('both languages lead to one page', () => {
	assert.equal(internalPath('/tim-kiem'), '/search');
	assert.equal(internalPath('/en/search'), '/search');
	assert.equal(internalPath('/san-pham/keo-dua'), '/products/keo-dua');
	assert.equal(internalPath('/en/products/keo-dua'), '/products/keo-dua');
	assert.equal(internalPath('/'), '/');
	assert.equal(internalPath('/en'), '/');
	assert.equal(internalPath('/verify/DEMO-2025-1'), '/verify/DEMO-2025-1');
	assert.equal(internalPath('/en/verify/DEMO-2025-1'), '/verify/DEMO-2025-1');
	assert.equal(internalPath('/dia-phuong'), internalPath('/en/places'));
});

test('a page has no second address', () => {
	for (const path of ['/search', '/vi', '/en/tim-kiem', '/san-pham', '/tim-kiem/x', '/san-pham/a/b', '//', '/tim-kiem//', '/tai-khoan/x', '/tai-khoan/security', '/password']) {
		assert.equal(internalPath(path), undefined, path);
	}
});

test('the same page in the other language keeps the query', () => {
	const url = new URL('https://shop.example/tim-kiem?q=k%E1%BA%B9o&stars=4');
	assert.equal(inLanguage(url, 'en'), '/en/search?q=k%E1%BA%B9o&stars=4');
	assert.equal(inLanguage(new URL('https://shop.example/nowhere'), 'en'), '/en');
});

test('a path tells its language, and links are built in it', () => {
	assert.equal(languageOf('/english-tea'), 'vi');
	assert.equal(pathsIn('en').producer('bà hai tỏ'), '/en/producers/b%C3%A0%20hai%20t%E1%BB%8F');
	assert.equal(internalPath(pathsIn('en').producer('bà hai tỏ')), '/producers/b%C3%A0%20hai%20t%E1%BB%8F');
});

test('a page may lie within another in both languages', () => {
	assert.equal(internalPath('/tai-khoan/bao-mat'), '/account/security');
	assert.equal(internalPath('/en/account/security'), '/account/security');
	assert.equal(inLanguage(new URL('https://shop.example/mat-khau/moi?token=a%2Bb'), 'en'), '/en/password/new?token=a%2Bb');
});

test('a listing has a page in the workspace, and the same at the office', () => {
	assert.equal(internalPath(ownPathsIn('vi').listing('TGlzdA==')), '/producer/listings/TGlzdA%3D%3D');
	assert.equal(inLanguage(new URL('https://shop.example/van-phong/bai-dang/x?done=1'), 'en'), '/en/office/listings/x?done=1');
	assert.equal(internalPath('/co-so/gia-ban'), undefined);
});

test('what lies below the rules on complaints is a version of them, or a page of its own', () => {
	assert.equal(internalPath('/khieu-nai/2'), '/complaints/2');
	assert.equal(internalPath('/khieu-nai/x'), undefined);
	assert.equal(internalPath('/en/complaints/file'), '/complaints/new');
	assert.equal(inLanguage(new URL('https://shop.example/khieu-nai/gui?product=x'), 'en'), '/en/complaints/file?product=x');
});

test('after signing in one goes on within the shop only', () => {
	assert.equal(pageOfShop('/tai-khoan/bao-mat?x=1'), '/tai-khoan/bao-mat?x=1');
	assert.equal(pageOfShop('/en/account'), '/en/account');
	const elsewhere = ['//evil', '/\\evil', 'https:evil', 'https://evil', '/.//evil', '/\t/evil', '/%2F/evil', '\\\\evil', 'evil', '', '/khong-co'];
	for (const next of [...elsewhere, null]) assert.equal(pageOfShop(next), undefined, String(next));
});

test('what is one visitor’s own is known by its route and by its address', () => {
	assert.ok(isOwn('/account/security'));
	assert.ok(isOwn('/producer/listings/[id]'));
	assert.ok(isOwn('/complaints/new'));
	assert.ok(!isOwn('/complaints/[[version]]'));
	assert.ok(!isOwn('/products/[slug]'));
	assert.ok(!isOwn('/producers/[slug]'));
	assert.ok(!isOwn(null));
	for (const lang of ['vi', 'en'] as const) for (const path of ownPaths(lang)) assert.ok(isOwn((internalPath(path) ?? internalPath(`${path}/x`)?.replace(/x$/, '[id]')) || null), path);
});
