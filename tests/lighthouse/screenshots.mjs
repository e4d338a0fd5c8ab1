// Pictures of the shop for docs/screenshots, on a phone and on a desk. Starts no server.
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addressGiven, open } from './browser.mjs';

const [address, only] = addressGiven('screenshots.mjs <address> [name ...]');
const folder = join(import.meta.dirname, '..', '..', 'docs', 'screenshots');
const mostBytes = 4 * 1024 * 1024;

/** Each on a phone and on a desk, some also in the dark. */
const pictures = [
	...both('home', '/', { dark: true }),
	...both('search', '/tim-kiem?q=keo+dua'),
	...both('product', '/san-pham/keo-dua-sau-rieng-dong-a', { dark: true }),
	...both('group', '/nhom-hang/food'),
	...both('places', '/dia-phuong'),
	...both('maker', '/nha-san-xuat/cong-ty-dong-a'),
	...both('verify', '/san-pham/keo-dua-sau-rieng-dong-a', { follow: 'a[href^="/verify/"]' }),
	...both('compare', '/so-sanh?p=keo-dua-sau-rieng-dong-a,buoi-da-xanh-giao-long,mat-ong-hoa-dua-ba-tiep'),
	...both('programme', '/chuong-trinh-ocop'),
	...both('home-en', '/en'),
	...both('product-en', '/en/products/keo-dua-sau-rieng-dong-a'),
	...both('help-en', '/en/help')
].filter(({ name }) => !only.length || only.some((wanted) => name.startsWith(wanted)));

mkdirSync(folder, { recursive: true });
const browser = await open();
try {
	for (const picture of pictures) await take(picture);
} finally {
	await browser.close();
}
const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
console.log(`${(bytes / 1024 / 1024).toFixed(1)} MiB in docs/screenshots`);
if (bytes > mostBytes) process.exitCode = 1;

function both(name, path, { dark = false, follow } = {}) {
	const sizes = [
		{ name: `${name}-360`, path, follow, width: 360, height: 740 },
		{ name: `${name}-1280`, path, follow, width: 1280, height: 900 }
	];
	return dark ? [...sizes, { ...sizes[0], name: `${name}-360-dark`, dark }] : sizes;
}

async function take({ name, path, follow, width, height, dark }) {
	const page = await browser.newPage();
	await page.emulateMediaFeatures([
		{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
		{ name: 'prefers-reduced-motion', value: 'reduce' }
	]);
	await page.setViewport({ width, height, deviceScaleFactor: width < 500 ? 2 : 1, isMobile: width < 500 });
	// A visitor who reads the page's language is not offered another.
	await page.evaluateOnNewDocument((lang) => localStorage.setItem('language', lang), path.startsWith('/en') ? 'en' : 'vi');
	let answer = await page.goto(new URL(path, address).href, { waitUntil: 'networkidle0' });
	if (follow) answer = await page.goto(await page.$eval(follow, (link) => link.href), { waitUntil: 'networkidle0' });
	if (answer.status() === 200) {
		await page.screenshot({ path: join(folder, `${name}.webp`), type: 'webp', quality: 80 });
		console.log(name);
	} else {
		console.error(`${name}: ${path} answered ${answer.status()}`);
		process.exitCode = 1;
	}
	await page.close();
}
