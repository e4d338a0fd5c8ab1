import { encode } from 'uqr';

export type Qr = { size: number; path: string };

/** A QR code as one SVG path in modules, with the quiet zone of four that readers need. */
export function qrCode(text: string): Qr {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	let path = '';
	data.forEach((row, y) => {
		for (let x = 0; x < size; x++) {
			if (!row[x]) continue;
			const start = x;
			while (row[x + 1]) x++;
			path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
		}
	});
	return { size, path };
}
