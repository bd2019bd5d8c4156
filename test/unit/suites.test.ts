// Every folder of tests is one that `npm test` runs: a suite that no configuration names would run nowhere, and nothing would say so.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
/** What is measured or drawn when somebody asks for it: `npm run bench`, `npm run pictures`. */
const byHand = ['bench', 'pictures'];

const steps = readFileSync(join(root, 'scripts/test.mjs'), 'utf8');
const configuration = readFileSync(join(root, 'vitest.config.mts'), 'utf8');
/** The projects of the configuration, in its order, with what each includes. */
const projects = [...configuration.matchAll(/name: '([^']+)',\s*include: \[([^\]]*)\]/g)].map(
	([, name = '', globs = '']) => ({
		name,
		folders: [...globs.matchAll(/'test\/(\w+)\//g)].map(([, folder]) => folder),
	}),
);
const folders = readdirSync(join(root, 'test'), { withFileTypes: true })
	.filter(entry => entry.isDirectory() && !byHand.includes(entry.name))
	.map(entry => entry.name)
	.filter(name =>
		readdirSync(join(root, 'test', name), { recursive: true }).some(file => String(file).endsWith('.test.ts')),
	);

test.each(folders)('npm test runs test/%s', folder => {
	const project = projects.find(({ folders }) => folders.includes(folder));
	const asked = [`'--config', 'test/${folder}/vitest.config.mts'`, `'--project', '${project?.name ?? folder}'`];
	expect(asked.some(words => steps.includes(words))).toBe(true);
	const configured = project !== undefined || readdirSync(join(root, 'test', folder)).includes('vitest.config.mts');
	expect(configured).toBe(true);
});
