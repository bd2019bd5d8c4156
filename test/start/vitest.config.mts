// Tests of `npm start` as a person calls it.
// Must not need the servers of the other tests: it starts its own.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	cacheDir: '../../.vscode-test/vite',
	test: {
		root: import.meta.dirname,
		include: ['*.test.ts'],
		setupFiles: '../support/eachFile.ts',
		testTimeout: 300_000,
		hookTimeout: 300_000,
		expect: { poll: { timeout: 60_000 } },
	},
});
