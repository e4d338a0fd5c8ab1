import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvg from '@resvg/resvg-wasm/index_bg.wasm?url';
import { read } from '$app/server';
import display from '#lib/server/fonts/display.ttf?url';
import { colour } from '#lib/server/colour.ts';
import { cardSvg, type Card } from './card.ts';

/** Only the shop's own font: what fonts a machine has must not show in a picture. */
let fonts: Promise<Uint8Array> | undefined;
const ready = () =>
	(fonts ??= (async () => {
		await initWasm(await read(resvg).arrayBuffer());
		return new Uint8Array(await read(display).arrayBuffer());
	})());

export async function pictureOf(card: Card): Promise<Uint8Array<ArrayBuffer>> {
	const font = { fontBuffers: [await ready()], defaultFontFamily: 'Bitter' };
	const drawing = new Resvg(cardSvg(card, measureWith(font), colour), { font });
	try {
		const picture = drawing.render();
		const png = new Uint8Array(picture.asPng());
		picture.free();
		return png;
	} finally {
		drawing.free();
	}
}

/** A text is as wide as its letters are drawn; asked once for every text, at one size. */
function measureWith(font: { fontBuffers: Uint8Array[] }) {
	const size = 100;
	const widths = new Map<string, number>();
	return (text: string, at: number): number => {
		let width = widths.get(text);
		if (width === undefined) {
			const drawn = new Resvg(
				`<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text y="100" font-family="Bitter" font-weight="700" font-size="${size}">${text.replace(/[&<>\u0000-\u001f]/g, 'x')}</text></svg>`,
				{ font }
			);
			const box = drawn.innerBBox();
			width = box ? box.x + box.width : 0;
			drawn.free();
			widths.set(text, width);
		}
		return (width * at) / size;
	};
}
