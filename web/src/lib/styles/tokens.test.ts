import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

const colours = (text: string) => [...text.matchAll(/--([\w-]+):\s*(#[\da-f]{6});/g)].map(([, name, hex]) => [name, hex]);
const themes: Record<string, Record<string, string>> = {
	light: Object.fromEntries(colours(light)),
	dark: Object.fromEntries([...colours(light), ...colours(dark)])
};

function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
	const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (bright + 0.05) / (dim + 0.05);
}

const grounds = ['paper', 'surface', 'sunken'];
const texts = ['ink', 'ink-soft', 'leaf', 'sugar', 'river', 'rank', 'stop'];
const pairs: [string, string, number][] = [
	...grounds.flatMap((ground) => texts.map((text): [string, string, number] => [text, ground, 4.5])),
	...grounds.flatMap((ground): [string, string, number][] => [
		['focus', ground, 3],
		['line-strong', ground, 3]
	]),
	...['leaf', 'sugar', 'river', 'stop'].flatMap((tone): [string, string, number][] => [
		['ink', `${tone}-wash`, 4.5],
		[tone, `${tone}-wash`, 4.5]
	]),
	['ink-soft', 'leaf-wash', 4.5],
	['ink-soft', 'river-wash', 4.5],
	['on-leaf', 'leaf-solid', 4.5],
	['on-leaf', 'leaf-deep', 4.5],
	['on-leaf', 'sugar-solid', 4.5],
	['on-leaf-soft', 'leaf-solid', 4.5],
	['on-leaf-soft', 'leaf-deep', 4.5],
	['on-kiln', 'kiln', 4.5],
	['on-kiln-soft', 'kiln', 4.5],
	['on-water', 'water', 4.5],
	['on-seal', 'seal', 4.5],
	['seal', 'seal-gold', 4.5],
	['on-mark', 'mark', 4.5],
	['on-notice', 'notice', 4.5]
];

for (const [theme, colour] of Object.entries(themes)) {
	test(`every text can be read on its ground, ${theme}`, () => {
		const faint = pairs
			.map(([text, ground, least]) => ({ text, ground, least, has: contrast(colour[text]!, colour[ground]!) }))
			.filter(({ has, least }) => !(has >= least))
			.map(({ text, ground, has }) => `${text} on ${ground}: ${has.toFixed(2)}`);
		assert.deepEqual(faint, []);
	});
}
