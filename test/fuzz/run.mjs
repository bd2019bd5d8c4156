// Bundles the fuzzer to a temporary file and runs it: `npm run fuzz -- --edits 200000 --seed 1`.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'policy-writing-fuzz-'));
try {
	const bundle = join(folder, 'fuzz.mjs');
	await build({
		entryPoints: [join(here, 'main.ts')],
		outfile: bundle,
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'esm',
		logLevel: 'warning',
		banner: { js: 'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);' },
	});
	const { main } = await import(pathToFileURL(bundle).href);
	process.exitCode = main(process.argv.slice(2));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
