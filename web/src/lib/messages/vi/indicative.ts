/** Of a price that a source names. The server writes it, so that no script carries these words. */
export const indicative = {
	title: 'Giá tham khảo',
	text: (min: string, max: string, unit: string) =>
		min === max ? `${min}/${unit}` : `${min} – ${max}/${unit}`,
	note: (kind: string, year: number | null | undefined) =>
		`Giá ${kind}${year ? ` năm ${year}` : ''} theo nguồn, chỉ để tham khảo.`,
	kinds: { retail: 'bán lẻ', wholesale: 'bán sỉ', 'farm-gate': 'tại vườn' } as Record<string, string>
};
