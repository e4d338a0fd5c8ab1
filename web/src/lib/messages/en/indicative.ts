import type { indicative as vi } from '../vi/indicative.ts';

export const indicative: typeof vi = {
	title: 'Indicative price',
	text: (min, max, unit) => (min === max ? `${min} per ${unit}` : `${min} – ${max} per ${unit}`),
	note: (kind, year) =>
		`A ${kind} price${year ? ` of ${year}` : ''} from the sources, for orientation only.`,
	kinds: { retail: 'retail', wholesale: 'wholesale', 'farm-gate': 'farm-gate' }
};
