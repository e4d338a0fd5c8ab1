/** What a chart shows, ready for its picture and for its table: all texts and numbers as readers see them. */

/** Colours have names, so that the same thing keeps its colour from chart to chart. */
export type Tone = 'leaf' | 'sugar' | 'seal' | 'river' | 'plain';

export interface Part {
	label: string;
	value: number;
	written: string;
	tone: Tone;
}

export interface Row {
	/** A date, a kind, a group. */
	label: string;
	parts: Part[];
	/** The whole, which may be more than the parts that a source names. */
	value: number;
	written: string;
	/** What must be said about this figure. */
	note?: string | undefined;
	href?: string | undefined;
	sources: string[];
}

export interface Chart {
	id: string;
	title: string;
	/** The picture in words. */
	summary: string;
	/** What the rows are, and what is counted, as the table's headings. */
	heading: string;
	unit: string;
	rows: Row[];
}

/** The kinds of part in a chart, each once, in the order in which they first stand. */
export function legend(rows: Row[]): Pick<Part, 'label' | 'tone'>[] {
	const seen = new Map<string, Pick<Part, 'label' | 'tone'>>();
	for (const { label, tone } of rows.flatMap(({ parts }) => parts)) {
		if (label && !seen.has(label)) seen.set(label, { label, tone });
	}
	return [...seen.values()];
}

const steps = [1, 2, 2.5, 4, 5, 10];

/** A round number not below the greatest value, so that an axis that begins at nought ends well. */
export function roundAbove(value: number): number {
	if (value <= 0) return 1;
	const power = 10 ** Math.floor(Math.log10(value));
	return power * (steps.find((step) => step * power >= value) ?? 10);
}

/** Where stacked parts begin and how wide they are, in hundredths of the axis. */
export function spans(parts: Part[], top: number): (Part & { x: number; width: number })[] {
	let sum = 0;
	return parts.map((part) => {
		const x = (sum / top) * 100;
		sum += part.value;
		return { ...part, x, width: (part.value / top) * 100 };
	});
}
