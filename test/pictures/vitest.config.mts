// Makes the pictures of the README with the driver of the tests: `npm run pictures`.
// Must not test anything: what the pictures show is tested in test/vscode.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	cacheDir: '../../.vscode-test/vite',
	test: {
		root: import.meta.dirname,
		include: ['*.test.ts'],
		globalSetup: '../support/globalSetup.ts',
		setupFiles: '../support/eachFile.ts',
		env: { VSCODE_BUILT: '1' },
		testTimeout: 60_000,
		hookTimeout: 120_000,
		maxWorkers: 1,
		isolate: false,
	},
});
