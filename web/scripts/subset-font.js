// Cuts the display font to Vietnamese and Latin: once for pages (woff2), once for drawn pictures (ttf).
// Run by hand with `npm run font` after a change of font; a browser keeps the file for ever, so count its name up.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
// @ts-expect-error It brings no types.
import subsetFont from 'subset-font';

const family = 'node_modules/@expo-google-fonts/bitter';
const styles = readFileSync('src/lib/styles/font.css', 'utf8');
const found = /\/fonts\/([\w.-]+)\.woff2.*unicode-range:([^;]+);/s.exec(styles);
if (!found) throw new Error('font.css names no font file or no letters');
const [, name, ranges = ''] = found;

const text = [...ranges.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)]
	.flatMap(([, from = '', to = from]) => {
		const first = parseInt(from, 16);
		return Array.from({ length: parseInt(to, 16) - first + 1 }, (_, index) => String.fromCodePoint(first + index));
	})
	.join('');

const whole = readFileSync(`${family}/700Bold/Bitter_700Bold.ttf`);
await cut(`static/fonts/${name}.woff2`, 'woff2');
await cut('src/lib/server/fonts/display.ttf', 'truetype');
copyFileSync(`${family}/LICENSE_FONT`, 'static/fonts/LICENCE.txt');
copyFileSync(`${family}/LICENSE_FONT`, 'src/lib/server/fonts/LICENCE.txt');

/**
 * @param {string} file
 * @param {string} targetFormat
 */
async function cut(file, targetFormat) {
	const bytes = await subsetFont(whole, text, { targetFormat, noLayoutClosure: true });
	writeFileSync(file, bytes);
	console.log(`${file}: ${(bytes.length / 1024).toFixed(1)} KiB`);
}
