// Bundles the benches to a temporary file and runs them: `npm run bench [-- completion spotting search]`, `npm run
// bench -- library --size 1000000`. `npm run bench -- latency` types in a real VS Code, `npm run bench -- loading` has it read a library and
// documents.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const inEditor = ['latency', 'loading'].filter(name => process.argv.includes(name));
if (inEditor.length > 0) {
	const { status } = spawnSync(
		process.execPath,
		[
			join(here, '../../node_modules/vitest/vitest.mjs'),
			'run',
			'--config',
			join(here, 'editor.config.mts'),
			...inEditor,
		],
		{ stdio: 'inherit' },
	);
	process.exit(status ?? 1);
}
const folder = mkdtempSync(join(tmpdir(), 'policy-writing-bench-'));
try {
	const bundle = join(folder, 'bench.mjs');
	const shared = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };
	const module = {
		...shared,
		format: 'esm',
		banner: { js: 'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);' },
	};
	await Promise.all([
		build({ ...module, entryPoints: [join(here, 'main.ts')], outfile: bundle }),
		// What the bench of the library starts as processes and threads of their own.
		build({ ...module, entryPoints: [join(here, 'libraryChild.ts')], outfile: join(folder, 'libraryChild.mjs') }),
		build({ ...module, entryPoints: [join(here, 'hostileChild.ts')], outfile: join(folder, 'hostileChild.mjs') }),
		build({
			...shared,
			format: 'cjs',
			entryPoints: [join(here, '../../src/entries/main.index.ts')],
			outfile: join(folder, 'index.cjs'),
		}),
	]);
	const { main } = await import(pathToFileURL(bundle).href);
	await main(join(here, '../..'), process.argv.slice(2));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
