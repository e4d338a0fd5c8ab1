// What a product is made of or tastes of, drawn about the middle of a square of a hundred units.
const leaf = (at: string, fill = '#3c8a4b') =>
	`<g transform="${at}"><path d="M0 0C8-16 28-22 46-14 36 6 16 12 0 0Z" fill="${fill}"/><path d="M0 0C16-2 30-7 46-14" fill="none" stroke="#2b6b3a" stroke-width="2"/></g>`;
const dots = (points: string, r: number, fill: string) =>
	points
		.split(' ')
		.map((point) => point.split(','))
		.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`)
		.join('');
const turned = (shape: string, count: number) =>
	Array.from({ length: count }, (_, at) => `<g transform="rotate(${(at * 360) / count})">${shape}</g>`).join('');

const bamboo = (x: number, y: number) =>
	`<g transform="translate(${x} ${y})" fill="#7aa94c"><rect x="-7" width="14" height="27" rx="3"/><rect x="-7" y="30" width="14" height="27" rx="3"/><rect x="-7" y="60" width="14" height="22" rx="3"/><path d="M2 3h3v21H2zm0 30h3v21H2zm0 30h3v16H2z" fill="#a9c85c"/></g>`;
const citrus = (fill: string, light: string) =>
	`<circle cx="-14" cy="8" r="34" fill="${fill}"/><path d="M-36-8a30 30 0 0 1 22-10" fill="none" stroke="${light}" stroke-width="5" stroke-linecap="round"/>${leaf('translate(-14 -26) rotate(10)')}<g transform="translate(28 24)"><circle r="24" fill="${fill}"/><circle r="20" fill="#fff6e0"/>${turned(`<path d="M0-2-6-16a17 17 0 0 1 12 0Z" fill="${light}"/>`, 8)}</g>`;

export const motifs = {
	bamboo: bamboo(-22, -36) + bamboo(2, -46) + bamboo(26, -32) + leaf('translate(8 -34) rotate(-6)', '#6fb04f') + leaf('translate(-26 -22) rotate(170)'),
	banana:
		'<path d="M-40-28C-44 16-10 46 38 36 44 34 44 28 38 26 10 26-16 4-26-30Z" fill="#f2c14a"/><path d="M-30-30C-24-2 0 18 40 16 46 14 46 8 40 6 18 6 0-8-14-34Z" fill="#f8d873"/><path d="M-42-28-14-36-18-48-34-46Z" fill="#7a5a2a"/><path d="m34 27 8 8m-4-29 8 8" stroke="#7a5a2a" stroke-width="5" stroke-linecap="round"/>',
	blossom: `${turned('<path d="M0-6C-18-16-16-42 0-44 16-42 18-16 0-6Z" fill="#f6c845"/>', 5)}<circle r="10" fill="#d98a2b"/>${turned('<path d="M0-8V-22" stroke="#c4721f" stroke-width="2"/>', 10)}`,
	chilli:
		'<path d="M-34-30C-30 14-2 40 44 40 14 30-4 8-12-34Z" fill="#c9332a"/><path d="M-26-20C-20 8-6 24 16 34" fill="none" stroke="#ea6a5b" stroke-width="5" stroke-linecap="round"/><path d="M-40-28C-34-42-14-44-8-32-18-26-30-24-40-28Z" fill="#3c8a4b"/><path d="M-24-38C-26-46-22-50-16-52" fill="none" stroke="#2b6b3a" stroke-width="6" stroke-linecap="round"/>',
	clam: '<path d="M-46 6C-46-24-24-40 0-40S46-24 46 6C40 26 20 36 0 38-20 36-40 26-46 6Z" fill="#d9b48a"/><path d="M0 38-36-14M0 38-18-32M0 38V-38M0 38 18-32M0 38 36-14" stroke="#a97c50" stroke-width="3"/><path d="M-44 12C-30 28 30 28 44 12 38 28 20 37 0 38-20 37-38 28-44 12Z" fill="#b98d5f"/><path d="M-14 32h28v10h-28Z" fill="#a97c50"/>',
	cocoa:
		'<g transform="rotate(-28)"><path d="M-50 0C-38-30 36-32 52 0 36 32-38 30-50 0Z" fill="#a9471f"/><path d="M-50 0C-30-14 32-16 52 0M-48 4C-28 20 34 20 50 3" fill="none" stroke="#7e2f13" stroke-width="3"/><path d="M-30-14C-10-24 16-24 32-16" fill="none" stroke="#d9763f" stroke-width="5" stroke-linecap="round"/><path d="M-50 0h-10" stroke="#5b331a" stroke-width="6" stroke-linecap="round"/></g><ellipse cx="24" cy="40" rx="13" ry="9" fill="#5b331a"/><ellipse cx="-2" cy="44" rx="12" ry="8" fill="#7a4726"/>',
	coconut:
		'<circle r="40" fill="#5ea24a"/><path d="M-24-22C-10-38 18-38 28-20" fill="none" stroke="#96cb72" stroke-width="6" stroke-linecap="round"/><path d="M-14-38C-8-50 10-50 14-38 6-30-6-30-14-38Z" fill="#8a6a3a"/><path d="M26 30A40 40 0 0 0 34-20C22 0 8 24-12 38A40 40 0 0 0 26 30Z" fill="#44853c"/>',
	crab: '<path d="M-20-22C-46-30-52-52-40-58-40-50-34-46-28-48-26-54-22-56-18-54-12-44-12-32-20-22Zm40 0C46-30 52-52 40-58 40-50 34-46 28-48 26-54 22-56 18-54 12-44 12-32 20-22Z" fill="#d9532f"/><path d="M-30 8-54 0m26 14-26 8m30 2-18 18M30 8 54 0M28 14l26 8m-30 2 18 18" stroke="#b53f20" stroke-width="7" stroke-linecap="round"/><path d="M-42 2C-40-20-18-28 0-28S40-20 42 2C34 24 16 30 0 30S-34 24-42 2Z" fill="#e4683d"/><path d="M-24-12C-12-20 12-20 24-12" fill="none" stroke="#f5a27d" stroke-width="5" stroke-linecap="round"/>' + dots('-10,-30 10,-30', 5, '#2a1a10') + '<path d="M-12 14C-4 19 4 19 12 14" fill="none" stroke="#b53f20" stroke-width="3"/>',
	durian:
		'<path d="m0-46 8 8 11-5 4 11 12 0 0 12 11 5-6 10 6 10-10 7 0 12-12 1-4 11-12-4-8 8-9-8-12 4-3-11-12-2 0-12-10-7 7-10-6-10 10-5 1-12 12-1 4-10 11 4Z" fill="#8a9a3c"/>' + turned('<path d="m0-30 5 9h-10Zm13 8 3 9-9-2ZM0-12l4 7h-8Z" fill="#66752a"/>', 7) + '<path d="M-3-44C-6-54 0-58 6-58" fill="none" stroke="#6b4a24" stroke-width="7" stroke-linecap="round"/><path d="M10 6C26-4 44 6 44 22 36 40 16 40 6 28 2 20 4 12 10 6Z" fill="#fff0c4"/><path d="M15 13c10-6 22 0 22 10-6 10-16 10-23 4-3-5-2-10 1-14Z" fill="#f4c443"/>',
	fish: '<path d="M-52 2C-34-26 6-32 30-8L52-24C48-8 48 10 52 26L30 10C6 32-34 28-52 2Z" fill="#6d9fb3"/><path d="M-52 2C-34 28 6 32 30 10L40 16C20 4-20 10-52 2Z" fill="#a8cbd6"/><path d="M-10-24C0-38 16-36 24-32L16-16Z" fill="#4b7f95"/><path d="M-28-16C-20-8-20 8-27 18M-8-8c4 4 4 10 0 14M8-8c4 4 4 10 0 14" fill="none" stroke="#4b7f95" stroke-width="3" stroke-linecap="round"/><circle cx="-37" cy="-3" r="4" fill="#2a1a10"/>',
	ginger:
		'<path d="M-44 12C-48-6-34-12-26-8-28-30-6-36-2-18 6-26 14-20 14-12 30-30 48-18 40-2 50 6 46 20 32 18 30 34 10 36 4 24-4 36-22 32-22 20-30 24-40 22-44 12Z" fill="#d9a968"/><path d="M-26-8C-20-4-18 2-18 8M14-12C10-6 8 0 10 6M4 24C6 18 10 16 16 16M32 18C26 14 24 10 26 4" fill="none" stroke="#a97640" stroke-width="3" stroke-linecap="round"/><ellipse cx="-12" cy="-18" rx="7" ry="5" fill="#f5e0a6"/><ellipse cx="38" cy="6" rx="5" ry="7" fill="#f5e0a6"/>',
	honeycomb:
		[[-23, -20], [23, -20], [0, 20], [-46, 20], [46, 20]]
			.map(([x, y]) => `<path transform="translate(${x} ${y})" d="m0-26 22 13V13L0 26-22 13V-13Z" fill="#e8a52e"/><path transform="translate(${x} ${y})" d="m0-18 15 9V9L0 18-15 9V-9Z" fill="#f8d069"/>`)
			.join('') + '<path d="M-8 28C-8 36-12 44-4 50 6 48 4 36 6 28Z" fill="#e8a52e"/>',
	longan:
		'<path d="M0-48C-2-24-4-12-22 4M0-30C6-16 12-8 24 0M-2-14C0 0 0 12 0 26" fill="none" stroke="#7a4726" stroke-width="4"/>' + dots('-24,8 24,2 0,28', 21, '#c1935a') + dots('-30,2 18,-4 -6,22', 5, '#e0bd8b') + leaf('translate(0 -44) rotate(20)'),
	mango:
		'<path d="M-40 14C-46-20-10-42 16-32 44-22 48 10 26 30 4 46-34 42-40 14Z" fill="#f2b33c"/><path d="M16-32C44-22 48 10 26 30 30 4 28-16 16-32Z" fill="#e08a3c"/><path d="M-28 10C-28-8-16-20 0-24" fill="none" stroke="#fbdc87" stroke-width="6" stroke-linecap="round"/><path d="M14-32C14-40 18-44 22-46" stroke="#5b331a" stroke-width="5" stroke-linecap="round" fill="none"/>' + leaf('translate(16 -36) rotate(-160)'),
	mangosteen:
		'<circle cx="-6" cy="6" r="38" fill="#5e2a4e"/><path d="M-34-10C-28-24-16-30-4-30" fill="none" stroke="#90577c" stroke-width="6" stroke-linecap="round"/><path d="M-34-24C-20-40 8-40 22-24 10-14-22-14-34-24Z" fill="#5f8f3c"/><path d="M-6-34v-10" stroke="#3f6b2a" stroke-width="7" stroke-linecap="round"/><g transform="translate(28 28)"><circle r="26" fill="#7b3a5f"/><circle r="19" fill="#f2d3cf"/>' + turned('<path d="M0-1-7-13a14 14 0 0 1 14 0Z" fill="#fffdf5"/>', 6) + '</g>',
	milk: '<path d="M-18-44H18V-30L26-14V36A8 8 0 0 1 18 44H-18A8 8 0 0 1-26 36V-14L-18-30Z" fill="#e4f0f0"/><path d="M-26-4C-10-12 8 4 26-4V36A8 8 0 0 1 18 44H-18A8 8 0 0 1-26 36Z" fill="#fffdf5"/><path d="M-20-52H20V-40H-20Z" fill="#1f7a8c"/><path d="M-14 12h28v16h-28Z" fill="#a9d3d8"/>',
	mushroom:
		'<path d="M-10-2H12C10 16 14 30 18 42H-14C-8 28-8 14-10-2Z" fill="#f3e4c8"/><path d="M-46 2C-44-28-20-42 2-42S46-26 48 2C30 10-30 10-46 2Z" fill="#b9794a"/><path d="M-46 2C-30 10 30 10 48 2 40 14-38 14-46 2Z" fill="#e6cda4"/>' + dots('-18,-16 8,-26 24,-10', 5, '#d9a36f'),
	orange: citrus('#ef9431', '#ffc46b'),
	palm: turned('<path d="M0-4C-10-16-10-34 0-48 10-34 10-16 0-4Z" fill="#3c8a4b"/><path d="M0-4V-44" stroke="#2b6b3a" stroke-width="2"/>', 7),
	pandan:
		'<path d="M0 48C-30 26-44-6-46-34-26-26-8 6 0 48Z" fill="#6fb04f"/><path d="M0 48C30 26 44-6 46-34 26-26 8 6 0 48Z" fill="#5a9a43"/><path d="M0 48C-22 16-22-24-6-52 8-26 12 12 0 48Z" fill="#3c8a4b"/><path d="M0 48C18 18 24-14 16-46 2-22-4 12 0 48Z" fill="#4c9a50"/><path d="M0 46C-8 14-10-14-7-44M1 46C8 16 14-8 15-38" fill="none" stroke="#2b6b3a" stroke-width="2"/><path d="M-9 34H9V46H-9Z" fill="#c98f4f"/>',
	peanut:
		'<g transform="rotate(-35)"><path d="M-46 0C-46-22-20-26-6-14-2-11 4-11 8-15 22-27 48-20 48 2S22 28 6 16C2 13-4 13-8 16-22 26-46 20-46 0Z" fill="#d9ab6b"/><path d="M-36-8C-30 2-30 6-34 12M-22-14C-16-2-16 6-22 16M24-15C30-2 30 6 24 17M38-10C42-2 42 6 37 12M-40 0H-12m24 1H44" fill="none" stroke="#b07f42" stroke-width="3" stroke-linecap="round"/></g><ellipse cx="28" cy="34" rx="15" ry="10" fill="#b5532f"/><path d="M20 32C24 28 32 28 36 31" fill="none" stroke="#d98860" stroke-width="3" stroke-linecap="round"/>',
	pomelo: citrus('#8fb63f', '#f3a9a0'),
	rambutan: `${turned('<path d="M0-30C-4-40-8-44-6-52M8-28C10-38 6-44 12-50" fill="none" stroke="#5f9a3f" stroke-width="3" stroke-linecap="round"/>', 9)}<circle r="34" fill="#c93a3a"/>${turned('<path d="m0-20 4-8M6-8l7-5" stroke="#e8776b" stroke-width="4" stroke-linecap="round"/>', 8)}`,
	rice: [-30, 0, 30]
		.map((turn) => `<g transform="translate(0 48) rotate(${turn})"><path d="M0 0V-64" stroke="#b98a34" stroke-width="3"/>${[-28, -42, -56, -70].map((y) => `<path d="M0 ${y}c-12 0-16-10-14-18 10 0 15 8 14 18Zm0 0c12 0 16-10 14-18-10 0-15 8-14 18Z" fill="#e3b64e"/>`).join('')}<path d="M0-72c-8-6-6-16 0-22 6 6 8 16 0 22Z" fill="#f0cc72"/></g>`)
		.join(''),
	shrimp:
		'<path d="M34 30C52 0 32-38-8-38-28-38-42-26-46-10-30-20-14-16-12-6-10 6 4 6 8 16 12 28 22 34 34 30Z" fill="#ea7a4c"/><path d="M-8-38C-2-28-2-14-12-6M16-33C18-20 14-6 2 4M38-12C32-4 22 6 9 18" fill="none" stroke="#c4532b" stroke-width="4" stroke-linecap="round"/><path d="M34 30C46 30 50 40 48 48 38 50 28 44 22 34Z" fill="#c4532b"/><path d="M-44-14C-54-26-48-44-30-52M-46-10C-58-6-60 8-52 18" fill="none" stroke="#c4532b" stroke-width="3" stroke-linecap="round"/><circle cx="-30" cy="-22" r="4" fill="#2a1a10"/><path d="M-8 0-14 14M2 8-4 22M8 18 4 32" stroke="#c4532b" stroke-width="4" stroke-linecap="round"/>',
	soursop:
		'<path d="M-4-44C26-42 44-14 34 14 26 36 4 50-14 42-40 30-46-6-34-26-26-38-14-44-4-44Z" fill="#5d9443"/>' + dots('-20,-20 0,-26 18,-14 -28,2 -8,-4 12,4 -18,20 4,22 22,20 -8,36', 4, '#3f6f30') + '<path d="M-4-44v-10" stroke="#6b4a24" stroke-width="6" stroke-linecap="round"/>' + leaf('translate(-2 -46) rotate(8)'),
	squid: '<path d="M0-54C20-38 28-14 22 6H-22C-28-14-20-38 0-54Z" fill="#e9b9a4"/><path d="M-18-30-40-18-22-4Zm36 0L40-18 22-4Z" fill="#dc9c85"/><path d="M-22 6H22L18 22H-18Z" fill="#dc9c85"/><path d="M-14 22C-18 36-30 36-30 48M-5 22C-6 36-12 40-10 52M5 22C6 36 12 40 10 52M14 22C18 36 30 36 30 48" fill="none" stroke="#dc9c85" stroke-width="6" stroke-linecap="round"/>' + dots('-10,14 10,14', 4, '#2a1a10')
};

export type Motif = keyof typeof motifs;
