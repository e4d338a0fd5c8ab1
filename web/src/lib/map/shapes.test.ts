import assert from 'node:assert/strict';
import { test } from 'node:test';
import { districtOutlines, districtPaths, labelPlaces, mapHeight, mapWidth, project } from './shapes.ts';

// As the catalogue answers them: `districts { code latitude longitude }`.
const districts = [
	{ code: 'thanh-pho-ben-tre', latitude: 10.2434, longitude: 106.3756 },
	{ code: 'ba-tri', latitude: 10.0577, longitude: 106.582 },
	{ code: 'binh-dai', latitude: 10.2054, longitude: 106.6527 },
	{ code: 'chau-thanh', latitude: 10.3068, longitude: 106.3699 },
	{ code: 'cho-lach', latitude: 10.2411, longitude: 106.1699 },
	{ code: 'giong-trom', latitude: 10.1719, longitude: 106.4641 },
	{ code: 'mo-cay-bac', latitude: 10.1701, longitude: 106.2875 },
	{ code: 'mo-cay-nam', latitude: 10.0901, longitude: 106.3699 },
	{ code: 'thanh-phu', latitude: 9.9077, longitude: 106.5584 }
];

/** Counts how often a line to the east crosses the outline. */
function holds(outline: (readonly [number, number])[], x: number, y: number): boolean {
	return outline.reduce((inside, [x1, y1], at) => {
		const [x2, y2] = outline[(at + 1) % outline.length]!;
		const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
		return crosses ? !inside : inside;
	}, false);
}

const districtsAt = (x: number, y: number) =>
	Object.keys(districtOutlines).filter((code) => districtOutlines[code]!.some((outline) => holds(outline, x, y)));

test('every district of the catalogue is drawn, and no other', () => {
	assert.deepEqual(Object.keys(districtPaths).sort(), districts.map(({ code }) => code).sort());
	assert.deepEqual(Object.keys(labelPlaces).sort(), Object.keys(districtPaths).sort());
});

test('the true centre of each district lies in its shape and in no other', () => {
	const misplaced = districts
		.map(({ code, longitude, latitude }) => [code, districtsAt(longitude, latitude)] as const)
		.filter(([code, found]) => found.length !== 1 || found[0] !== code);
	assert.deepEqual(misplaced, []);
});

test('all of it lies on the sheet', () => {
	const outside = Object.values(districtOutlines)
		.flat(2)
		.map(([x, y]) => project(x, y))
		.filter(([x, y]) => x < 8 || y < 8 || x > mapWidth - 8 || y > mapHeight - 8);
	assert.deepEqual(outside, []);
});

test('rivers and the sea are no district', () => {
	const water = { 'Ba Lai': [106.57, 10.14], 'Hàm Luông': [106.45, 10.06], sea: [106.8, 9.9], 'Cổ Chiên': [106.25, 10.05] };
	for (const [name, [x = 0, y = 0]] of Object.entries(water)) assert.deepEqual(districtsAt(x, y), [], name);
});
