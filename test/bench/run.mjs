// Bundles the benches to a temporary file and runs them: `npm run bench [-- completion spotting search]`.
// Must not know what is measured.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'policy-writing-bench-'));
try {
	const bundle = join(folder, 'bench.mjs');
	await build({ entryPoints: [join(here, 'main.ts')], bundle: true, platform: 'node', format: 'esm', target: 'node20', outfile: bundle, logLevel: 'warning',
		banner: { js: 'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);' } });
	const { main } = await import(pathToFileURL(bundle).href);
	await main(join(here, '../..'), process.argv.slice(2));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
