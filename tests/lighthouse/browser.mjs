import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

/** The system's own Chromium, as in the other tests; it calls nobody's servers. */
export function open() {
	const named = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
	const executablePath = named.find((file) => file && existsSync(file));
	if (!executablePath) throw new Error('Install Chromium, or name it in CHROMIUM.');
	return puppeteer.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']
	});
}

/** The first argument: where the shop is. */
export function addressGiven(usage) {
	const [address, ...rest] = process.argv.slice(2);
	if (address && URL.canParse(address)) return [address, rest];
	console.error(`usage: node ${usage}`);
	process.exit(2);
}
