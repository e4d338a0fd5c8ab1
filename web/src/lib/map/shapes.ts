/**
 * The nine districts as they were until 30 June 2025, drawn by hand over the true run of rivers and coast: good
 * for finding one's way, not for measuring. Borders are kept once, as arcs that neighbours share.
 */
type Point = readonly [longitude: number, latitude: number];

const arcs: Record<string, readonly Point[]> = {
	// Cù lao Minh, between the Hàm Luông and the Cổ Chiên, from the north-west to the sea.
	choLachNorth: [[106.215, 10.12], [106.175, 10.15], [106.11, 10.172], [106.05, 10.2], [105.995, 10.238], [105.978, 10.272], [106.03, 10.303], [106.1, 10.312], [106.16, 10.3], [106.205, 10.277], [106.245, 10.238]],
	choLachMoCayBac: [[106.245, 10.238], [106.24, 10.21], [106.218, 10.18], [106.23, 10.15], [106.215, 10.12]],
	moCayBacNorth: [[106.245, 10.238], [106.29, 10.205], [106.322, 10.178], [106.335, 10.155]],
	moCayBacNam: [[106.335, 10.155], [106.312, 10.14], [106.3, 10.115], [106.27, 10.108], [106.255, 10.085]],
	moCayBacSouth: [[106.255, 10.085], [106.235, 10.105], [106.215, 10.12]],
	moCayNamNorth: [[106.335, 10.155], [106.365, 10.118], [106.4, 10.08], [106.43, 10.05]],
	moCayNamThanhPhu: [[106.43, 10.05], [106.418, 10.02], [106.398, 9.995], [106.385, 9.96]],
	moCayNamSouth: [[106.385, 9.96], [106.34, 10.005], [106.29, 10.055], [106.255, 10.085]],
	thanhPhuShore: [[106.43, 10.05], [106.49, 10.005], [106.56, 9.96], [106.62, 9.92], [106.662, 9.895], [106.675, 9.865], [106.655, 9.835], [106.62, 9.812], [106.585, 9.803], [106.54, 9.833], [106.48, 9.878], [106.43, 9.922], [106.385, 9.96]],
	// Cù lao Bảo, between the Ba Lai and the Hàm Luông.
	chauThanhWest: [[106.31, 10.235], [106.275, 10.258], [106.24, 10.288], [106.208, 10.316], [106.25, 10.313], [106.3, 10.298], [106.345, 10.28]],
	chauThanhCity: [[106.345, 10.28], [106.332, 10.262], [106.33, 10.245], [106.31, 10.235]],
	cityNorth: [[106.345, 10.28], [106.385, 10.268], [106.415, 10.252]],
	cityGiongTrom: [[106.415, 10.252], [106.41, 10.225], [106.39, 10.205], [106.368, 10.175]],
	citySouth: [[106.368, 10.175], [106.345, 10.208], [106.31, 10.235]],
	giongTromNorth: [[106.415, 10.252], [106.46, 10.222], [106.503, 10.178], [106.54, 10.138]],
	giongTromBaTri: [[106.54, 10.138], [106.52, 10.118], [106.518, 10.09], [106.475, 10.065]],
	giongTromSouth: [[106.475, 10.065], [106.435, 10.098], [106.395, 10.138], [106.368, 10.175]],
	baTriShore: [[106.54, 10.138], [106.595, 10.085], [106.65, 10.042], [106.688, 10.015], [106.698, 9.985], [106.685, 9.958], [106.663, 9.943], [106.62, 9.96], [106.57, 9.995], [106.515, 10.035], [106.475, 10.065]],
	// Cù lao An Hóa, between the Mỹ Tho and the Ba Lai.
	chauThanhEast: [[106.475, 10.238], [106.43, 10.268], [106.39, 10.287], [106.345, 10.302], [106.3, 10.32], [106.24, 10.335], [106.3, 10.342], [106.36, 10.34], [106.41, 10.327], [106.458, 10.305]],
	chauThanhBinhDai: [[106.458, 10.305], [106.47, 10.282], [106.462, 10.262], [106.475, 10.238]],
	binhDaiShore: [[106.458, 10.305], [106.53, 10.28], [106.6, 10.258], [106.68, 10.238], [106.745, 10.207], [106.785, 10.172], [106.802, 10.13], [106.79, 10.088], [106.765, 10.05], [106.742, 10.028], [106.7, 10.042], [106.655, 10.077], [106.605, 10.118], [106.555, 10.167], [106.515, 10.207], [106.475, 10.238]]
};

/** Arc after arc round each piece; a minus walks one backwards. Châu Thành lies on two islands. */
const outlines: Record<string, readonly string[][]> = {
	'cho-lach': [['choLachNorth', 'choLachMoCayBac']],
	'mo-cay-bac': [['moCayBacNorth', 'moCayBacNam', 'moCayBacSouth', '-choLachMoCayBac']],
	'mo-cay-nam': [['moCayNamNorth', 'moCayNamThanhPhu', 'moCayNamSouth', '-moCayBacNam']],
	'thanh-phu': [['thanhPhuShore', '-moCayNamThanhPhu']],
	'chau-thanh': [
		['chauThanhWest', 'chauThanhCity'],
		['chauThanhEast', 'chauThanhBinhDai']
	],
	'thanh-pho-ben-tre': [['cityNorth', 'cityGiongTrom', 'citySouth', '-chauThanhCity']],
	'giong-trom': [['giongTromNorth', 'giongTromBaTri', 'giongTromSouth', '-cityGiongTrom']],
	'ba-tri': [['baTriShore', '-giongTromBaTri']],
	'binh-dai': [['binhDaiShore', '-chauThanhBinhDai']]
};

export const mapWidth = 900;
export const mapHeight = 620;

/** A degree of longitude is shorter than one of latitude, here by a sixtieth. */
export const project = (longitude: number, latitude: number): Point => [
	Math.round((longitude - 105.945) * 984 * 10) / 10,
	Math.round((10.385 - latitude) * 1000 * 10) / 10
];

/** Cuts corners twice (Chaikin) and keeps the ends, so that neighbours still meet. */
function softened(points: readonly Point[], rounds = 2): readonly Point[] {
	const [first, last] = [points[0], points.at(-1)];
	if (rounds === 0 || !first || !last) return points;
	const between = points.slice(1).flatMap(([x, y], at): Point[] => {
		const [fromX, fromY] = points[at] ?? first;
		return [
			[0.75 * fromX + 0.25 * x, 0.75 * fromY + 0.25 * y],
			[0.25 * fromX + 0.75 * x, 0.25 * fromY + 0.75 * y]
		];
	});
	return softened([first, ...between.slice(1, -1), last], rounds - 1);
}

const piece = (names: readonly string[]): Point[] =>
	names.flatMap((name) => {
		const points = softened(arcs[name.replace('-', '')] ?? []);
		return name.startsWith('-') ? points.toReversed() : points;
	});

/** Each district's outline in degrees, one list of points for each island that it lies on. */
export const districtOutlines: Record<string, Point[][]> = Object.fromEntries(
	Object.entries(outlines).map(([code, pieces]) => [code, pieces.map(piece)])
);

/** Each district's outline as the `d` of a path. */
export const districtPaths: Record<string, string> = Object.fromEntries(
	Object.entries(districtOutlines).map(([code, pieces]) => [
		code,
		pieces.map((points) => `M${points.map(([x, y]) => project(x, y).map(Math.round).join(' ')).join('L')}Z`).join('')
	])
);

/** Where a district's name stands, in the drawing's units. */
export const labelPlaces: Record<string, Point> = {
	'cho-lach': [170, 142],
	'mo-cay-bac': [318, 208],
	'mo-cay-nam': [386, 312],
	'thanh-phu': [572, 482],
	'chau-thanh': [425, 66],
	'thanh-pho-ben-tre': [420, 150],
	'giong-trom': [501, 222],
	'ba-tri': [622, 340],
	'binh-dai': [704, 206]
};
