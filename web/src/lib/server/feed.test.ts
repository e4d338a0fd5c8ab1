import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feed } from './feed.ts';

const words = {
	title: 'Mới',
	about: 'Sản phẩm mới.',
	demonstration: 'Số liệu minh họa.',
	item: (stars: string, maker: string, until: string) => `${stars}, ${maker}, ${until}`,
	unknownMaker: 'không rõ'
};

function written({ name = 'Kẹo dừa', demonstrationData = true } = {}) {
	const product = { slug: 'keo-dua', name, producer: null, district: { name: 'Ba Tri' } };
	const certificate = { number: 'BT-1', stars: 4, issuedOn: '2026-11-02', validUntil: '2029-11-02', product };
	return feed(
		{ catalogue: { demonstrationData }, newlyCertified: [certificate] },
		{ lang: 'en', origin: 'https://cho.example' },
		words,
		{ stars: (count) => `${count} sao`, date: (iso) => iso }
	);
}

test('an entry says what, since when, with how many stars and from whom', () => {
	const xml = written();

	assert.match(xml, /<title>Kẹo dừa – 4 sao<\/title><link>https:\/\/cho\.example\/en\/products\/keo-dua<\/link>/);
	assert.match(xml, /<guid isPermaLink="false">certificate:BT-1<\/guid><pubDate>Mon, 02 Nov 2026 00:00:00 GMT<\/pubDate>/);
	assert.match(xml, /<description>4 sao, không rõ, Ba Tri, 2029-11-02<\/description>/);
	assert.match(xml, /<atom:link href="https:\/\/cho\.example\/en\/rss\.xml" rel="self"/);
});

test('the channel says that certificates are made up, for as long as they are', () => {
	assert.match(written(), /Số liệu minh họa\./);
	assert.doesNotMatch(written({ demonstrationData: false }), /Số liệu minh họa\./);
});

test('a hostile name stays text', () => {
	assert.match(written({ name: '</title><item>&\u0000' }), /<title>&lt;\/title&gt;&lt;item&gt;&amp; – 4 sao<\/title>/);
});
