/** The rows of a pad: as they are typed, as the API reads them, and as the page shows them. */

import type { PadPartsFragment } from '#lib/gql/graphql.ts';

/** A row as it is written; its number is the one of the sheet that it came from. */
export type Written = { row: number; sku: string; quantity: string };

type Line = PadPartsFragment['lines'][number];

export type PadRow = Written & {
	/** What it was taken for; nothing where it could not be. */
	found?: Line;
	faults: string[];
	near: string[];
	notices: string[];
};

/** Far beyond what a pad may hold: a number that somebody made up must not become a million lines. */
const lastRow = 20_000;

/** The rows of the form. A pressed button stands for another word in one of them, or takes it out. */
export function writtenIn(form: FormData): Written[] {
	const all = (name: string) => form.getAll(name).map(String);
	const [skus, quantities] = [all('sku'), all('quantity')];
	const [pressed, field, instead = ''] = String(form.get('fix') ?? '').split(' ');
	return all('row')
		.map((row, at) => ({ row: Number(row), sku: skus[at] ?? '', quantity: quantities[at] ?? '' }))
		.map((written) => (field && `${written.row}` === pressed ? { ...written, [field]: instead } : written))
		.filter(({ row, sku, quantity }) => !(field === 'out' && `${row}` === pressed) && (sku.trim() || quantity.trim()));
}

/** As a text that the API reads, each on the line of its number. */
export function textOf(rows: Written[]): string {
	const lines: string[] = [];
	for (const { row, sku, quantity } of rows) {
		while (lines.length < Math.min(row, lastRow) - 1) lines.push('');
		lines.push(`${plain(sku)}\t${plain(quantity)}`);
	}
	return lines.join('\n');
}

/** Lines and refused rows in the order of the sheet. */
export function rowsOf({ lines, refused, notices }: PadPartsFragment): PadRow[] {
	const told = (rows: number[]) => notices.filter(({ row }) => rows.includes(row)).map(({ message }) => message);
	return [
		...lines.map((found) => ({
			row: found.row,
			sku: found.line.sku,
			quantity: `${found.line.quantity}`,
			found,
			faults: found.line.problem ? [found.line.problem.message] : [],
			near: [],
			notices: found.added.length ? told(found.added) : []
		})),
		...refused.map(({ faults, ...row }) => ({ ...row, faults: faults.map(({ message }) => message), notices: [] }))
	].sort((one, other) => one.row - other.row);
}

const plain = (text: string) => text.replace(/[\s"]+/g, ' ').trim();
