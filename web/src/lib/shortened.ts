/** Text for one line of a search result: whole words, and a sign that more follows. */
export function shortened(text: string, most = 160): string {
	if (text.length <= most) return text;
	const cut = text.slice(0, most);
	return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || most).replace(/[\s,;:.–-]+$/, '')}…`;
}
