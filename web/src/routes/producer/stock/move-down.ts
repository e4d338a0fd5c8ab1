const steps: Record<string, number> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Enter and the arrow keys move along a column, as in a spreadsheet; what is there is selected, so that typing replaces it. */
export function moveDown(event: KeyboardEvent) {
	const step = steps[event.key];
	const cell = (event.target as HTMLElement).closest('td');
	const row = cell?.parentElement;
	if (!step || !cell || !row || event.isComposing) return;
	// Enter would send the form: in a table that is a slip.
	event.preventDefault();
	const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
	const field = next?.children[(cell as HTMLTableCellElement).cellIndex]?.querySelector('input');
	field?.focus();
	field?.select();
}
