import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvg from '@resvg/resvg-wasm/index_bg.wasm?url';
import { read } from '$app/server';
import display from '#lib/server/fonts/display.ttf?url';

/** Drawings as PNG, with the shop's own font: what fonts a machine has must not show in a picture. */
const ready = once(async () => {
	await initWasm(await read(resvg).arrayBuffer());
	return new Uint8Array(await read(display).arrayBuffer());
});

export async function pngOf(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
	const font = await ready();
	const drawing = new Resvg(svg, {
		fitTo: { mode: 'width', value: width },
		font: { fontBuffers: [font], loadSystemFonts: false, defaultFontFamily: 'Bitter' }
	});
	try {
		const picture = drawing.render();
		const png = new Uint8Array(picture.asPng());
		picture.free();
		return png;
	} finally {
		drawing.free();
	}
}

/** The first call begins; everybody waits for it. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
	let made: Promise<Value> | undefined;
	return () => (made ??= make());
}
