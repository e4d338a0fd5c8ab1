// Makes the icons of phones and old browsers from static/favicon.svg. Run by hand with `npm run icons` after a change of it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

await initWasm(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
const drawing = readFileSync('static/favicon.svg', 'utf8');
const ground = /<rect[^>]*fill="([^"]+)"/.exec(drawing)?.[1] ?? 'none';
const leaf = drawing.replace(/<svg[^>]*>|<\/svg>|<rect[^>]*>/g, '');

/** @param {number} scale Part of the side that the leaf takes; a mask may cut off all beyond four fifths. */
const square = (scale) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="${ground}"/>
	<g transform="translate(${24 - 24 * scale} ${24 - 24 * scale}) scale(${scale})">${leaf}</g></svg>`;

mkdirSync('static/icons', { recursive: true });
write('icons/icon-192.png', drawing, 192);
write('icons/icon-512.png', drawing, 512);
write('icons/maskable-512.png', square(0.66), 512);
write('apple-touch-icon.png', square(0.8), 180);
writeFileSync('static/favicon.ico', ico(png(drawing, 32), 32));

/**
 * @param {string} file
 * @param {string} svg
 * @param {number} side
 */
function write(file, svg, side) {
	writeFileSync(`static/${file}`, png(svg, side));
}

/**
 * @param {string} svg
 * @param {number} side
 */
function png(svg, side) {
	return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: side } }).render().asPng());
}

/**
 * One PNG in the old envelope.
 * @param {Buffer} picture
 * @param {number} side
 */
function ico(picture, side) {
	const head = Buffer.alloc(22);
	head.writeUInt16LE(1, 2);
	head.writeUInt16LE(1, 4);
	head.writeUInt8(side, 6);
	head.writeUInt8(side, 7);
	head.writeUInt16LE(1, 10);
	head.writeUInt16LE(32, 12);
	head.writeUInt32LE(picture.length, 14);
	head.writeUInt32LE(22, 18);
	return Buffer.concat([head, picture]);
}
