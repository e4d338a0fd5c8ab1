// Runs the audits of the GraphQL over HTTP specification against a server: node audit.mjs <url>
import { serverAudits } from 'graphql-http';

const results = [];
for (const audit of serverAudits({ url: process.argv[2] })) {
	const { status, reason } = await audit.fn();
	results.push({ id: audit.id, name: audit.name, status, reason });
}
console.log(JSON.stringify(results));
