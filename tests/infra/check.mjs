// Holds the files in infra/ against schemas and grammars that others keep, and prints what was checked and every fault, as JSON.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parser as promql } from '@prometheus-io/lezer-promql';
import Ajv from 'ajv';
import { validate, ValidationSeverity } from 'dockerfile-utils';
import YAML from 'yaml';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
// A test gives another folder, to show that a fault is found.
const infra = process.argv[2] ?? join(here, '..', '..', 'infra');

const checked = { compose: 0, kubernetes: 0, dockerfile: 0, expression: 0, other: 0 };
const faults = [];

const files = existsSync(infra) ? readdirSync(infra, { recursive: true }).map((file) => join(infra, file)) : [];
const read = (file) => readFileSync(file, 'utf8');
const fault = (file, what) => faults.push(`${relative(infra, file)}: ${what}`);

function documents(file) {
	const parsed = YAML.parseAllDocuments(read(file), { merge: true });
	for (const document of parsed) {
		for (const problem of [...document.errors, ...document.warnings]) fault(file, problem.message);
	}
	return parsed.map((document) => document.toJS({ maxAliasCount: -1 })).filter(Boolean);
}

// dclint brings the Compose Specification's schema.
const composeSchema = new Ajv({ allErrors: true, strict: false, validateSchema: false, logger: false }).compile(
	JSON.parse(read(join(here, 'node_modules', 'dclint', 'schemas', 'compose.schema.json')))
);

function compose(file) {
	for (const document of documents(file)) {
		checked.compose++;
		if (!composeSchema(document)) {
			for (const { instancePath, message, params } of composeSchema.errors) fault(file, `${instancePath} ${message} ${JSON.stringify(params)}`);
		}
	}
}

function kubernetes(file) {
	for (const document of documents(file)) {
		const { apiVersion = '', kind = '' } = document;
		const name = `${kind} ${document.metadata?.name ?? ''}`;
		if (apiVersion.startsWith('kustomize.config.k8s.io/')) continue;
		const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
		try {
			// The classes are made of the API's own description; validate() tells what is missing or of the wrong kind.
			const module = require(['kubernetes-models', group, version, kind].filter(Boolean).join('/'));
			new module[kind](document).validate();
			checked.kubernetes++;
		} catch (problem) {
			fault(file, `${name}: ${problem.message}`);
		}
	}
}

function dockerfile(file) {
	checked.dockerfile++;
	for (const { range, message, severity } of validate(read(file))) {
		fault(file, `line ${range.start.line + 1}: ${severity === ValidationSeverity.ERROR ? 'error' : 'warning'}: ${message}`);
	}
}

function expression(file, text) {
	checked.expression++;
	// Grafana puts a number or a time in place of its variables.
	const plain = text.replaceAll(/\[\$__(rate_interval|interval|range)\]/g, '[5m]').replaceAll(/\$\{?\w+(:\w+)?\}?/g, 'x');
	promql.parse(plain).iterate({
		enter: (node) => {
			if (node.type.isError) fault(file, `not PromQL at "${plain.slice(node.from, node.from + 30)}": ${text}`);
		}
	});
}

/** Every value of a key named expr, however deep. */
function expressions(file, value) {
	if (Array.isArray(value)) value.forEach((item) => expressions(file, item));
	else if (value && typeof value === 'object') {
		for (const [key, inner] of Object.entries(value)) {
			if (key === 'expr' && typeof inner === 'string') expression(file, inner);
			else expressions(file, inner);
		}
	}
}

for (const file of files) {
	if (file.endsWith('Dockerfile')) dockerfile(file);
	else if (/compose[^/]*\.yaml$/.test(file)) compose(file);
	else if (/kubernetes.*\.yaml$/.test(file)) kubernetes(file);
	else if (file.endsWith('.yaml')) documents(file).forEach((document) => (checked.other++, expressions(file, document)));
	else if (file.endsWith('.json')) {
		try {
			expressions(file, JSON.parse(read(file)));
			checked.other++;
		} catch (problem) {
			fault(file, problem.message);
		}
	}
}

console.log(JSON.stringify({ checked, faults }));
