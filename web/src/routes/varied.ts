/**
 * Picks some of a list without repeating itself: first one of each maker and each shelf, in the list's order,
 * and only then what was passed over.
 */
export function varied<Item>(items: readonly Item[], most: number, ...alike: ((item: Item) => string | undefined)[]): Item[] {
	const seen = alike.map(() => new Set<string>());
	const fresh = items.filter((item) => {
		const keys = alike.map((of) => of(item));
		if (keys.some((key, at) => key !== undefined && seen[at]?.has(key))) return false;
		keys.forEach((key, at) => key !== undefined && seen[at]?.add(key));
		return true;
	});
	return [...fresh, ...items.filter((item) => !fresh.includes(item))].slice(0, most);
}
