// Runs the benches in a real VS Code (`npm run bench -- latency`, `-- loading`): one server and one browser, as for the tests.
// Must not run tests.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	cacheDir: '../../.vscode-test/vite',
	test: {
		root: import.meta.dirname,
		include: ['*.test.ts'],
		globalSetup: '../support/globalSetup.ts',
		setupFiles: '../support/eachFile.ts',
		testTimeout: 1_800_000,
		hookTimeout: 600_000,
		maxWorkers: 1,
		fileParallelism: false,
		isolate: false,
	},
});
