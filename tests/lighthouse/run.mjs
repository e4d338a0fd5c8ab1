// Scores of pages on a middling phone. Starts no server; prints a table in Markdown.
// The first score depends on the machine and on what else it does; the other three do not.
import lighthouse from 'lighthouse';
import { addressGiven, open } from './browser.mjs';

const [address, asked] = addressGiven('run.mjs <address> [path ...]');
const paths = asked.length
	? asked
	: ['/', '/tim-kiem', '/san-pham/keo-dua-sau-rieng-dong-a', '/verify', '/chuong-trinh-ocop'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

const browser = await open();
try {
	console.log('| Page | Performance | Accessibility | Best practices | SEO | What is missing |');
	console.log('|---|---|---|---|---|---|');
	for (const path of paths) console.log(await row(path));
} finally {
	await browser.close();
}

async function row(path) {
	const port = Number(new URL(browser.wsEndpoint()).port);
	const { lhr } = await lighthouse(new URL(path, address).href, { port, onlyCategories: categories, logLevel: 'error' });
	const scores = categories.map((name) => Math.round((lhr.categories[name].score ?? 0) * 100));
	const missing = categories
		.flatMap((name) => lhr.categories[name].auditRefs)
		.filter(({ weight, id }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
		.map(({ id }) => [id, lhr.audits[id].displayValue].filter(Boolean).join(' '));
	return `| \`${path}\` | ${scores.join(' | ')} | ${missing.join(', ') || '–'} |`;
}
