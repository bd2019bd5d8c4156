// Several real processes of the built command line over one folder: slow for unit tests, and these start none.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	cacheDir: '.vscode-test/vite',
	test: { include: ['test/processes/**/*.test.ts'], testTimeout: 120_000, fileParallelism: false },
});
