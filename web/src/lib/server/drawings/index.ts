import { compose, variants } from './compose.ts';
import { motifs, type Motif } from './motifs.ts';

const files = import.meta.glob<string>('/static/illustrations/*.svg', {
	query: '?raw',
	import: 'default',
	eager: true
});
const shelves = new Map(Object.entries(files).map(([path, text]) => [/([\w-]+)\.svg$/.exec(path)?.[1] ?? '', text]));

const isMotif = (name: string): name is Motif => Object.hasOwn(motifs, name);

/** `coconut-candy.durian.3.svg`: the shelf, what it is made of (or "plain"), and which variant. */
export function drawing(name: string): string | undefined {
	const [, shelf = '', accent = '', variant = ''] = /^([a-z-]+)\.([a-z]+)\.(\d|1\d)\.svg$/.exec(name) ?? [];
	const file = shelves.get(shelf);
	if (!file?.includes('viewBox="0 0 480 360"')) return undefined;
	if (Number(variant) >= variants || !(accent === 'plain' || isMotif(accent))) return undefined;
	return compose(shelf, file, accent === 'plain' ? undefined : accent, Number(variant));
}
