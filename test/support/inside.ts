// Builds the tests that run inside the extension host and reads what came of them.
// Must not know which VS Code runs them.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Result } from '../vscode/inside/suite';

/** Builds them into `folder`; answers the module whose `run()` runs them. */
export async function buildInside(folder: string): Promise<string> {
	mkdirSync(folder, { recursive: true });
	rmSync(join(folder, 'results.jsonl'), { force: true });
	const outfile = join(folder, 'index.js');
	await build({ entryPoints: [join(import.meta.dirname, '../vscode/inside/index.ts')], bundle: true, platform: 'node', format: 'cjs', external: ['vscode'], target: 'node20', outfile, logLevel: 'warning' });
	writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}');
	return outfile;
}

/** What the tests have written so far; `end` when the last has run. */
export function readResults(folder: string): { results: Result[]; end: boolean } {
	const path = join(folder, 'results.jsonl');
	if (!existsSync(path)) return { results: [], end: false };
	const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line) as Result | { end: true });
	return { results: lines.filter((line): line is Result => !('end' in line)), end: lines.some(line => 'end' in line) };
}
