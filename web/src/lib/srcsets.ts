export type Source = { url: string; type: string; width: number };

/** What the sources of a picture are told, a line for each format, best first. JPEG is left to the image itself. */
export function srcsets(sources: Source[]): { type: string; srcset: string }[] {
	const types = [...new Set(sources.map(({ type }) => type))].filter((type) => type !== 'image/jpeg');
	return types.map((type) => ({
		type,
		srcset: sources
			.filter((source) => source.type === type)
			.map(({ url, width }) => `${url} ${width}w`)
			.join(', ')
	}));
}
