import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { en } from './en/index.ts';
import { vi } from './vi/index.ts';

type Tree = { [key: string]: Leaf | Tree };
type Leaf = string | number | ((...args: never[]) => string) | readonly string[];

/** Every message by its path: `search.sorts.NAME`. */
function leaves(tree: Tree, path = ''): Map<string, Leaf> {
	return new Map(
		Object.entries(tree).flatMap(([key, value]) => {
			const here = path ? `${path}.${key}` : key;
			const isTree = typeof value === 'object' && !Array.isArray(value);
			return isTree ? [...leaves(value as Tree, here)] : [[here, value as Leaf]];
		})
	);
}

const both = { vi: leaves(vi as unknown as Tree), en: leaves(en as unknown as Tree) };

/** What a message says, also one that is made from values. */
function said(message: Leaf): string[] {
	if (typeof message === 'function') {
		// A message about a number gets one, whichever of its values that is.
		const values = [['7', '7', '7'], [7, 7, 7], [1, 1, 1]];
		return values.flatMap((given) => {
			try {
				return [String((message as (...args: unknown[]) => string)(...given))];
			} catch {
				return [];
			}
		});
	}
	if (Array.isArray(message)) return message.flatMap((part: Leaf) => said(part));
	return typeof message === 'object' ? [...leaves(message as unknown as Tree).values()].flatMap(said) : [String(message)];
}

const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

// Names stay what they are in every language.
const names =
	/Chợ Xứ Dừa|Bến Tre|Vĩnh Long|Chợ Lách|Giồng Trôm|Mỏ Cày|Thạnh Phú|Ba Tri|Bình Đại|Châu Thành|Sơn Đốc|Mỹ Lồng|Trà Vinh|Mỹ Tho|Tiền|Hàm Luông|Cổ Chiên|Ba Lai|Tiếng Việt|đồng/g;

// Written for readers of the other language.
const crossing = new Set(['language.offer', 'language.offerLabel', 'language.accept', 'language.decline', 'errors.languagesThere', 'shop.otherLanguage']);

test('both languages say the same things', () => {
	assert.deepEqual([...both.en.keys()].sort(), [...both.vi.keys()].sort());
});

test('a message takes the same values in both languages', () => {
	for (const [path, message] of both.vi) {
		const other = both.en.get(path);
		assert.equal(typeof other, typeof message, path);
		if (typeof message === 'function' && typeof other === 'function') {
			// English may leave a value out, as a plural that needs none; it cannot ask for more.
			assert.ok(other.length <= message.length, path);
		}
	}
});

for (const lang of ['vi', 'en'] as const) {
	test(`no message is empty: ${lang}`, () => {
		for (const [path, message] of both[lang]) {
			const texts = said(message);
			assert.ok(texts.length > 0, path);
			for (const text of texts) assert.ok(text.trim(), path);
		}
	});
}

test('nothing in English was left in Vietnamese', () => {
	for (const [path, message] of both.en) {
		if (crossing.has(path)) continue;
		// What stands in quotation marks is an example of something typed or named.
		for (const text of said(message)) assert.doesNotMatch(text.replace(/[“"].*?[”"]/g, '').replace(names, ''), vietnamese, path);
	}
});

test('what is meant for the other language’s readers is in their language', () => {
	for (const path of crossing) {
		assert.match(said(both.en.get(path) ?? '').join(), vietnamese, `en ${path}`);
		assert.doesNotMatch(said(both.vi.get(path) ?? '').join(), vietnamese, `vi ${path}`);
	}
});

// Words that pages may hold themselves: names of languages in those languages, and abbreviations.
const own = /Tiếng Việt|English|OCOP|HS|PDF|QR|SKU|DEMO-[\d-]+/g;

test('pages and parts hold no words of their own', () => {
	const found = globSync('src/**/*.svelte')
		.filter((file) => !file.includes('styleguide'))
		.flatMap((file) => ownWords(readFileSync(file, 'utf8')).map((words) => `${file}: ${words}`));
	assert.deepEqual(found, []);
});

test('a page with words of its own would be found', () => {
	assert.deepEqual(ownWords('<script>const a = "Xin chào";</script><p class="x">{t.a} chào bạn</p>'), ['chào bạn']);
	assert.deepEqual(ownWords('<a aria-label="Close" href="/x">{a > b ? `c ${d}` : "e"}</a>'), ['Close']);
	assert.deepEqual(ownWords('<p>{#each [{ a: 1 }] as x (x)} · {x.a}<!-- why -->{/each}</p>'), []);
});

function ownWords(source: string): string[] {
	const markup = withoutBraces(
		source.replace(/<!--.*?-->/gs, '').replace(/<(script|style)\b.*?<\/\1>/gs, '')
	);
	const attributes = [...markup.matchAll(/\b(?:aria-label|title|alt|placeholder)="([^"]+)"/g)].map(([, text]) => text ?? '');
	const texts = markup.replace(/<\/?[a-z:](?:"[^"]*"|[^>"])*>/gi, '\n').split('\n');
	return [...attributes, ...texts]
		.map((text) => text.trim())
		.filter((text) => /\p{L}{2,}/u.test(text.replace(own, '')) && !/^&\w+;$/.test(text));
}

function withoutBraces(text: string): string {
	let depth = 0;
	let out = '';
	for (const letter of text) {
		if (letter === '{') depth++;
		else if (letter === '}') depth = Math.max(0, depth - 1);
		else if (depth === 0) out += letter;
	}
	return out;
}
