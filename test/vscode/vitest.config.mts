// Runs the tests in a real VS Code (`VSCODE=1.100` or `1.139`, default the newest): one server and one browser for the whole suite.
// Must not run unit tests.
import { defineConfig } from 'vitest/config';
import { patience } from '../support/patience.mjs';

/**
 * What `npm test` runs in the oldest version (SUITE=main): what depends on the version, which is lists while typing, grey text, hovers, quick
 * picks, insertions, pages of ours, tools for assistants, the web-worker host and the question of trust. The compiler holds the rest to the
 * oldest API; the newest version runs everything.
 */
const main = [
	'assistants',
	'completion',
	'driver',
	'enter',
	'greyText',
	'hover',
	'insert',
	'library/search',
	'palette',
	'trust',
	'web',
];
/** What is measured, and so wants the machine for itself (SUITE=measured; SUITE=rest: everything else). */
const measured = ['activation', 'inside'];
const suite = process.env['SUITE'];
const files = (names: readonly string[]) => names.map(name => `${name}.test.ts`);

export default defineConfig({
	cacheDir: '../../.vscode-test/vite',
	test: {
		root: import.meta.dirname,
		include: suite === 'main' ? files(main) : suite === 'measured' ? files(measured) : ['**/*.test.ts'],
		exclude: suite === 'rest' ? files(measured) : [],
		globalSetup: '../support/globalSetup.ts',
		setupFiles: '../support/eachFile.ts',
		// What hangs is ended; a test waits for several signs, each as long as the slowest machine may need.
		testTimeout: 6 * patience,
		hookTimeout: 6 * patience,
		expect: { poll: { timeout: patience } },
		// LANES files at a time (default one), each with a browser of its own. A process takes the next file when it has done with one, so that
		// none waits for the other at the end.
		maxWorkers: Number(process.env['LANES'] ?? 1),
		isolate: false,
	},
});
