/** A row of a decision, as somebody wrote it. */
export type Written = { product: string; number: string; stars: string; supersedes: string };

/** With what it was found to mean; empty where it was not looked up or nothing was found. */
export type Row = Written & { productId: string; olderId: string };

const columns = ['product', 'number', 'stars', 'supersedes'] as const;
const unknown = { productId: '', olderId: '' };

/** Rows as a spreadsheet gives them to a text field, or with semicolons as people type them. Its head and empty lines are left out. */
export function rowsIn(text: string): Row[] {
	const rows = text.normalize().split(/\r?\n/).filter((line) => line.trim()).map(rowOf);
	return rows[0] && isHead(rows[0]) ? rows.slice(1) : rows;
}

/** The rows that a form shows one by one; one whose fields were all emptied is left out. */
export function rowsOf(form: FormData): Row[] {
	const text = (at: number, name: string) => String(form.get(`products.${at}.${name}`) ?? '').trim();
	const rows: Row[] = [];
	for (let at = 0; form.has(`products.${at}.product`); at++) {
		const row = { product: text(at, 'product'), number: text(at, 'number'), stars: text(at, 'stars'), supersedes: text(at, 'supersedes'), productId: text(at, 'productId'), olderId: text(at, 'olderId') };
		if (columns.some((name) => row[name])) rows.push(row);
	}
	return rows;
}

/** 4, 4 sao or 4 stars; 0 where no number stands. */
export const starsIn = (written: string) => Number(/^(\d)\s*(sao|stars?|\*)?$/i.exec(written)?.[1] ?? 0);

/** How all of them begin. */
export function beginningOf(numbers: string[]): string {
	const [first = '', ...others] = numbers;
	let length = first.length;
	while (!others.every((other) => other.startsWith(first.slice(0, length)))) length--;
	return first.slice(0, length).trim();
}

function rowOf(line: string): Row {
	const cells = line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim());
	const [product = '', number = '', stars = '', supersedes = ''] = cells;
	return { product, number, stars, supersedes, ...unknown };
}

const isHead = ({ stars }: Written) => /^\D*(sao|star|hạng|rating)\D*$/i.test(stars);
