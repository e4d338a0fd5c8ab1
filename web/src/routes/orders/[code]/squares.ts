/** The squares of a QR code that the API has drawn: its size, and the path of what is dark. Nothing where there is no code. */
export function squaresOf(svg: string | null | undefined): { size: number; path: string } | undefined {
	const size = Number(/viewBox="0 0 (\d+)/.exec(svg ?? '')?.[1]);
	const path = [...(svg ?? '').matchAll(/<path d="([^"]+)"/g)].at(-1)?.[1];
	return size && path ? { size, path } : undefined;
}
