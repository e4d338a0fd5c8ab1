import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compose, variants } from './compose.ts';
import { motifs, type Motif } from './motifs.ts';

const folder = new URL('../../../../static/illustrations/', import.meta.url);
const shelves = readdirSync(folder)
	.map((file): [string, string] => [file.slice(0, -4), readFileSync(new URL(file, folder), 'utf8')])
	.filter(([, drawing]) => drawing.includes('viewBox="0 0 480 360"'));

const balanced = (svg: string) => (svg.match(/<g[ >]/g) ?? []).length === (svg.match(/<\/g>/g) ?? []).length;

test('every shelf can be drawn with every motif, stays a whole picture and stays small', () => {
	const spoilt = shelves.flatMap(([shelf, drawing]) =>
		(Object.keys(motifs) as Motif[]).filter((motif) => {
			const svg = compose(shelf, drawing, motif, 9);
			return !svg.startsWith('<svg ') || !svg.endsWith('</svg>') || !balanced(svg) || svg.length > 34_000;
		})
	);
	assert.deepEqual(spoilt, []);
});

test('no two variants of a drawing are the same', () => {
	const [shelf, drawing] = shelves.find(([name]) => name === 'coconut-candy')!;
	const pictures = Array.from({ length: variants }, (_, variant) => compose(shelf, drawing, 'durian', variant));
	assert.equal(new Set(pictures).size, variants);
});

test('a fruit is drawn as itself and not beside another fruit', () => {
	const [shelf, drawing] = shelves.find(([name]) => name === 'fruit')!;
	assert.ok(compose(shelf, drawing, 'durian', 0).length < drawing.length + motifs.durian.length * 3);
	assert.ok(!compose(shelf, drawing, 'durian', 0).includes(drawing.split('\n')[5]!));
});
