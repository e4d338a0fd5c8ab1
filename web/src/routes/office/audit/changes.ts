type Json = string | number | boolean | null | Json[] | Parts;
type Parts = { [name: string]: Json };

/** What a field holds; nothing where it holds nothing. */
export type Leaf = string | number | boolean | undefined;
export type Change = { field: string; before: Leaf; after: Leaf };

/** The fields that read otherwise: their parts where both sides have parts, else the whole as compact JSON. */
export function changesOf(before: string | null | undefined, after: string | null | undefined): Change[] {
	const [old, now] = [read(before), read(after)];
	return hasParts(old ?? now) && hasParts(now ?? old) ? inParts('', old ?? {}, now ?? {}) : inField('', old, now);
}

const read = (json: string | null | undefined) => (json ? (JSON.parse(json) as Json) : undefined);

const hasParts = (value: Json | undefined): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value);

function inParts(path: string, before: Json, after: Json): Change[] {
	const [old, now] = [before as Parts, after as Parts];
	return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => inField(path + inWords(name), old[name], now[name]));
}

function inField(field: string, before: Json | undefined, after: Json | undefined): Change[] {
	if (hasParts(before) && hasParts(after)) return inParts(`${field}.`, before, after);
	const change = { field, before: leaf(before), after: leaf(after) };
	return change.before === change.after ? [] : [change];
}

/** Kept in C#'s spelling or in that of the graph: one name for both. */
const inWords = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const leaf = (value: Json | undefined): Leaf => (typeof value === 'object' ? (value === null ? undefined : JSON.stringify(value)) : value);
