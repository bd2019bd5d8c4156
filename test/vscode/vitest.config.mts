// Runs the tests in a real VS Code (`VSCODE=1.100` or `1.139`, default the newest): one server and one browser for the whole suite.
// Must not run unit tests.
import { defineConfig } from 'vitest/config';
import { patience } from '../support/patience';

/**
 * What `npm test` runs in the oldest version (SUITE=main): the ways a person goes every day, and what depends on the version. The compiler
 * holds the rest to the oldest API; the newest version runs everything.
 */
const main = [
	'completion',
	'driver',
	'enter',
	'hover',
	'insert',
	'library/import',
	'library/search',
	'palette',
	'panel',
	'review/live',
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
		// Of 473 tests 0 to 4 fail in a run and pass in the next, others each time, until what makes them is found: such a test is
		// tried once more, and the report says so (retry x1).
		retry: 1,
		expect: { poll: { timeout: patience } },
		// One browser and one window at a time: files share the worker, and with it the browser.
		maxWorkers: 1,
		fileParallelism: false,
		isolate: false,
	},
});
