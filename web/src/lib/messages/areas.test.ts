import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { areasOf } from './areas.ts';
import { ownAreasOf } from './own-areas.ts';

/** A file with all that it imports of ours, save what runs on the server alone. */
function withImports(file: string, known = new Set<string>()): Set<string> {
	if (known.has(file) || !existsSync(file) || /server|messages/.test(file)) return known;
	known.add(file);
	for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()'((?:\.|#lib)[^']+)'/g)) {
		const path = from.startsWith('#lib') ? from.replace('#lib', 'src/lib') : join(dirname(file), from);
		withImports(path, known);
		withImports(`${path}.ts`, known);
	}
	return known;
}

const areasIn = (...files: string[]) =>
	new Set(
		files
			.flatMap((file) => [...withImports(file)])
			.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bt\.(\w+)\./g)])
			.map(([, area]) => area!)
	);

const frame = areasIn('src/routes/+layout.svelte', 'src/routes/+error.svelte');

test('the frame brings the words of the frame', () => {
	const brought = [...readFileSync('src/lib/messages/vi/frame.ts', 'utf8').matchAll(/\{ (\w+) \}/g)].map(([, area]) => area);
	assert.deepEqual(brought, [...frame].sort());
	assert.equal(readFileSync('src/lib/messages/en/frame.ts', 'utf8'), readFileSync('src/lib/messages/vi/frame.ts', 'utf8'));
});

test('each page brings the words that it and its parts use, and no others', () => {
	const used = globSync('src/routes/**/+page.svelte').map((file) => {
		const route = `/${dirname(file).split('src/routes')[1]!.replace(/^\//, '')}`;
		return [route, [...areasIn(file)].filter((area) => !frame.has(area)).sort()] as const;
	});
	assert.deepEqual({ ...areasOf, ...ownAreasOf }, Object.fromEntries(used.filter(([, areas]) => areas.length)));
});
