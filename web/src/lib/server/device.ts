/** Browsers by the word that only they write, those that also call themselves by another's name first. */
const browsers: [RegExp, string][] = [
	[/\bZalo\b/i, 'Zalo'],
	[/\bFBA[NV]\b|\bFB_IAB\b/, 'Facebook'],
	[/\bcoc_coc_browser\b/, 'Cốc Cốc'],
	[/\bSamsungBrowser\b/, 'Samsung Internet'],
	[/\bOPR\b|\bOPT\b/, 'Opera'],
	[/\bEdg(e|A|iOS)?\b/, 'Edge'],
	[/\bFirefox\b|\bFxiOS\b/, 'Firefox'],
	[/\bChrome\b|\bCriOS\b|\bHeadlessChrome\b/, 'Chrome'],
	[/\bSafari\b/, 'Safari']
];

const systems: [RegExp, string][] = [
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bAndroid\b/, 'Android'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'macOS'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bLinux\b/, 'Linux']
];

/** A browser in plain words, as in "Chrome, Android"; nothing where it does not say what it is. */
export function plainDevice(userAgent: string): string | undefined {
	const found = [browsers, systems].flatMap((known) => known.find(([sign]) => sign.test(userAgent))?.[1] ?? []);
	return found.join(', ') || undefined;
}
