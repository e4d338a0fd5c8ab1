import tokens from '#lib/styles/tokens.css?raw';

/** A colour of the light or the dark theme, for what cannot read a stylesheet, from the one place that has them. */
export function colour(name: string, theme: 'light' | 'dark' = 'light'): string {
	const found = [...tokens.matchAll(new RegExp(`--${name}:\\s*(#[\\da-f]+)`, 'g'))][theme === 'light' ? 0 : 1];
	if (!found?.[1]) throw new Error(`tokens.css has no --${name} for ${theme}`);
	return found[1];
}
