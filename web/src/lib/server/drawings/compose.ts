import { motifs, type Motif } from './motifs.ts';

/** Ground, the light behind the thing, and its shadow. */
const palettes = [
	['#fae4cb', '#f4d2ab', '#e8bd8c'],
	['#e1eed5', '#cfe2be', '#b8d3a3'],
	['#f7ecd4', '#efdfbd', '#e3d3a9'],
	['#d9ecea', '#c2dfdd', '#a5ccca'],
	['#f9e2d6', '#f2cdbb', '#e5b39d'],
	['#fbe8b8', '#f6d98c', '#e6c26a'],
	['#ece3ee', '#dbcde1', '#c4b1cc'],
	['#dfeee6', '#c3e0d2', '#a2cab7']
] as const;

type Slot = readonly [x: number, y: number, scale: number];

const corner: Slot = [100, 262, 0.95];
const above: Slot = [150, 108, 1];

/** Where a shelf's drawing has room for what its product is made of; most have it before them on the left. */
const slots: Record<string, Slot> = {
	biscuit: [120, 118, 0.9],
	'coconut-candy': above,
	coconut: [104, 268, 0.9],
	confectionery: [372, 128, 0.95],
	cosmetic: [352, 300, 0.8],
	dessert: [120, 118, 0.9],
	'dried-fruit': [110, 118, 0.9],
	drink: [366, 150, 0.9],
	incense: [110, 268, 0.9],
	nectar: [116, 268, 0.95],
	pickle: [356, 150, 0.9],
	plant: [112, 256, 1],
	preserve: [140, 122, 1],
	'puffed-cake': [392, 268, 0.9],
	'rice-paper': [110, 128, 0.95],
	rice: [378, 290, 0.8],
	seasoning: [120, 128, 0.95],
	snack: [350, 148, 0.95],
	tour: [108, 118, 0.9],
	gift: [384, 290, 0.85]
};

/** On these shelves the word names the thing itself: a durian must not be shown as a pomelo. */
const subjects = new Set(['fruit', 'seafood', 'vegetable', 'herb']);

const place = (motif: Motif, [x, y, scale]: Slot, turn = 0) =>
	`<g transform="translate(${x} ${y}) scale(${scale})${turn ? ` rotate(${turn})` : ''}">${motifs[motif]}</g>`;

const subject = (motif: Motif) =>
	place(motif, [128, 248, 0.85], -14) + place(motif, [352, 246, 0.95], 12) + place(motif, [240, 194, 1.9]);

/**
 * A product's own drawing: the shelf's, on one of eight grounds, either way round, with what the product is made of.
 * Every shelf's file begins alike: the ground, the light, the branch, the shadow; then its things.
 */
export function compose(shelf: string, drawing: string, accent: Motif | undefined, variant: number): string {
	const [open = '', ground = '', light = '', branch = '', shadow = '', ...things] = drawing.trimEnd().split('\n');
	const close = things.pop() ?? '';
	// Behind a tour lies the river, which keeps its colour.
	const own = (shelf === 'tour' ? [ground, light] : [ground, light, branch]).map((line) => /#[\da-f]{6}/.exec(line)?.[0] ?? '');
	const palette = palettes[variant % palettes.length] ?? palettes[0];
	const back = own.reduce(
		(text, colour, at) => text.replaceAll(colour, palette[at] ?? colour),
		[ground, light, branch, shadow].join('')
	);

	const front = accent && subjects.has(shelf) ? subject(accent) : things.join('') + (accent ? place(accent, slots[shelf] ?? corner) : '');
	const picture = back + front;
	const turned = variant >= palettes.length;
	return open + (turned ? `<g transform="matrix(-1 0 0 1 480 0)">${picture}</g>` : picture) + close;
}

export const variants = palettes.length * 2;
