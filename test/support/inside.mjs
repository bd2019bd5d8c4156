// Builds the tests that run inside the extension host and reads what came of them.
// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** @typedef {import('../vscode/inside/suite').Result} Result */

/**
 * Builds them into `folder`.
 * @param {string} folder
 * @returns {Promise<string>} the module whose `run()` runs them
 */
export async function buildInside(folder) {
	mkdirSync(folder, { recursive: true });
	rmSync(join(folder, 'results.jsonl'), { force: true });
	const outfile = join(folder, 'index.js');
	await build({
		entryPoints: [join(import.meta.dirname, '../vscode/inside/index.ts')],
		bundle: true,
		platform: 'node',
		format: 'cjs',
		external: ['vscode'],
		target: 'node20',
		outfile,
		logLevel: 'warning',
	});
	writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}');
	return outfile;
}

/**
 * What the tests have written so far; `end` when the last has run.
 * @param {string} folder the one they were built into
 * @returns {{ results: Result[], end: boolean }}
 */
export function readResults(folder) {
	const path = join(folder, 'results.jsonl');
	if (!existsSync(path)) return { results: [], end: false };
	/** @type {(Result | { end: true })[]} */
	const lines = readFileSync(path, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map(line => JSON.parse(line));
	return {
		results: lines.filter(line => !('end' in line)).map(line => /** @type {Result} */ (line)),
		end: lines.some(line => 'end' in line),
	};
}
