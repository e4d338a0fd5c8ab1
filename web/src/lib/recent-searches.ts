/** The last searches of this browser, newest first. They never leave it, and it may refuse to keep them. */
const key = 'recent-searches';
const most = 6;
const longest = 80;

const same = (a: string, b: string) => a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi');

export function recentSearches(): string[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		if (!Array.isArray(kept)) return [];
		return kept.filter((words): words is string => typeof words === 'string' && words.length <= longest).slice(0, most);
	} catch {
		return [];
	}
}

export function remember(words: string): void {
	const trimmed = words.trim().replace(/\s+/g, ' ');
	if (!trimmed || trimmed.length > longest) return;
	keep([trimmed, ...recentSearches().filter((other) => !same(other, trimmed))]);
}

export function forget(words: string): void {
	keep(recentSearches().filter((other) => !same(other, words)));
}

export function forgetAll(): void {
	keep([]);
}

function keep(searches: string[]): void {
	try {
		if (searches.length) localStorage.setItem(key, JSON.stringify(searches.slice(0, most)));
		else localStorage.removeItem(key);
	} catch {
		// Storage is refused or full: the search works without it.
	}
}
