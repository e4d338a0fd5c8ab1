/** The picture that a shared link shows: 1200 × 630, a drawing on the right and words on the left. */

export type Card = {
	shop: string;
	/** What kind of thing it is, over its name. */
	kind: string;
	name: string;
	/** Who and where, under the name. */
	under: string[];
	/** The drawing's own SVG. */
	drawing: string;
	/** Stars that a certificate valid today lets it show, with what to write beside the seal. */
	seal?: { stars: number; words: string };
	/** Said where the certificate is made up for demonstration. */
	notice?: string;
};

export type Measure = (text: string, size: number) => number;
export type Colours = (name: string) => string;

const left = 64;
const column = 560;
const nameSizes = [68, 60, 52, 46, 40, 36];
/** Vietnamese stacks two marks on a capital. */
const leading = 1.24;

export function cardSvg(card: Card, measure: Measure, colour: Colours): string {
	const under = card.under.filter(Boolean).map((line) => cut(line, 28, column, measure));
	const below = under.length ? 52 + (under.length - 1) * 40 : 0;
	const name = fitted(card.name, (card.seal ? 410 : 540) - below, measure);
	const top = topOf(name.size);
	const nameEnd = endOf(name.size, name.lines.length);
	const lines = [
		text(card.kind, left, 140, 26, colour('sugar')),
		...name.lines.map((line, index) => text(line, left, top + index * name.size * leading, name.size, colour('ink'))),
		...under.map((line, index) => text(line, left, nameEnd + 52 + index * 40, 28, colour('ink-soft')))
	];
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630" font-family="Bitter" font-weight="700">
<rect width="1200" height="630" fill="${colour('paper')}"/>
<path d="M0 630V470C190 540 420 556 700 516V630Z" fill="${colour('leaf-wash')}"/>
<clipPath id="leaf"><path d="M860 0H1200V630H676V184A184 184 0 0 1 860 0Z"/></clipPath>
<g clip-path="url(#leaf)"><rect x="676" width="524" height="630" fill="${groundOf(card.drawing) ?? colour('sunken')}"/>
<image x="634" y="168" width="616" height="462" href="data:image/svg+xml;base64,${Buffer.from(card.drawing).toString('base64')}"/></g>
<g transform="translate(${left} 40)">${logo(colour)}</g>
${text(card.shop, left + 64, 74, 30, colour('leaf'))}
${lines.join('\n')}
${card.seal ? seal(card.seal, colour) : ''}
${card.notice ? text(card.notice, left, 600, 20, colour('ink-soft')) : ''}
</svg>`;
}

/** The colour that a drawing stands on goes on around it. */
const groundOf = (drawing: string) => /<rect[^>]*fill="(#[\da-f]{3,8})"/i.exec(drawing)?.[1];

/** The largest size at which the name ends above the bottom; a name beyond all measure is cut. */
function fitted(name: string, bottom: number, measure: Measure): { size: number; lines: string[] } {
	for (const size of nameSizes) {
		const lines = wrapped(name, size, measure);
		if (endOf(size, lines.length) <= bottom && lines.every((line) => measure(line, size) <= column)) return { size, lines };
	}
	const size = nameSizes.at(-1)!;
	const lines = wrapped(name, size, measure);
	const most = Math.max(1, Math.floor((bottom - topOf(size)) / (size * leading)) + 1);
	const shown = lines.slice(0, most);
	if (lines.length > most) shown[most - 1] += '…';
	return { size, lines: shown.map((line) => cut(line, size, column, measure)) };
}

const topOf = (size: number) => 158 + size * 0.98;
const endOf = (size: number, lines: number) => topOf(size) + (lines - 1) * size * leading;

function wrapped(name: string, size: number, measure: Measure): string[] {
	const lines: string[] = [];
	for (const word of name.split(/\s+/)) {
		const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
		if (lines.length && measure(longer, size) <= column) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

function cut(line: string, size: number, width: number, measure: Measure): string {
	let shown = line;
	while (shown.length > 1 && measure(shown, size) > width) shown = `${[...shown].slice(0, -2).join('').trimEnd()}…`;
	return shown;
}

const text = (words: string, x: number, y: number, size: number, fill: string) =>
	`<text x="${x}" y="${y}" font-size="${size}" fill="${fill}">${escaped(words)}</text>`;

const escaped = (words: string) =>
	words
		.replace(/[\u0000-\u001f]/g, ' ')
		.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

function seal({ stars, words }: { stars: number; words: string }, colour: Colours): string {
	const star = 'm0-6 1.760 3.570 3.940.57-2.850 2.780.67 3.920L0 2.990l-3.520 1.850.67-3.920L-5.700-1.860l3.940-.57Z';
	const petals = Array.from({ length: 20 }, (_, index) => around(51, (index * Math.PI) / 10, 60));
	const places = Array.from({ length: stars }, (_, index) =>
		around(39, (90 - (index - (stars - 1) / 2) * 22) * (Math.PI / 180), 60)
	);
	return `<g transform="translate(${left - 8} 436) scale(1.1)">
${petals.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="8.500" fill="${colour('seal')}"/>`).join('')}
<circle cx="60" cy="60" r="52" fill="${colour('seal')}"/><circle cx="60" cy="60" r="49" fill="none" stroke="${colour('seal-gold')}" stroke-width="1.500"/>
<text x="60" y="38" text-anchor="middle" font-size="15" letter-spacing="2" fill="${colour('on-seal')}">OCOP</text>
<text x="60" y="80" text-anchor="middle" font-size="42" fill="${colour('on-seal')}">${stars}</text>
${places.map(({ x, y }) => `<path d="${star}" transform="translate(${x} ${y})" fill="${colour('seal-gold')}"/>`).join('')}</g>
${text(words, left + 148, 514, 30, colour('seal'))}`;
}

const around = (radius: number, angle: number, centre: number) => ({
	x: Math.round((centre + radius * Math.cos(angle)) * 10) / 10,
	y: Math.round((centre + radius * Math.sin(angle)) * 10) / 10
});

const logo = (colour: Colours) => `<path d="M24 18C20 8 11 3 3 4c1 9 8 16 21 14Z" fill="${colour('leaf')}"/>
<path d="M24 18C26 7 35 1 45 3c0 10-8 17-21 15Z" fill="${colour('leaf')}" opacity=".75"/>
<path d="M6 25a18 18 0 0 0 36 0Z" fill="${colour('sugar')}"/><ellipse cx="24" cy="25" rx="18" ry="7" fill="${colour('sugar')}"/>
<ellipse cx="24" cy="25" rx="14.500" ry="4.800" fill="${colour('on-leaf')}"/>`;
