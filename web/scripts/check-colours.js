// Fails when a component or stylesheet names a colour: colours live in tokens.css, in light and dark.
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';

const literal =
	/#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color-mix|color)\(|:\s*(?:white|black|red|green|blue|gr[ae]y|orange|yellow|brown)\b/gi;

let found = 0;
for (const file of globSync('src/**/*.{svelte,css}')) {
	if (file.endsWith('tokens.css')) continue;
	const text = readFileSync(file, 'utf8');
	const styles = file.endsWith('.css') ? text : [...text.matchAll(/<style[^>]*>[^]*?<\/style>/g)].join('\n');
	for (const [colour] of styles.matchAll(literal)) {
		console.error(`${file}: ${colour.trim()} – use a token of src/lib/styles/tokens.css`);
		found++;
	}
}
process.exitCode = found ? 1 : 0;
