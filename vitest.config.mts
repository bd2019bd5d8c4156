// Unit tests and tests of the corpus: fast, in Node, without VS Code (that is test/vscode/vitest.config.mts).
import { defineConfig } from 'vitest/config';

export default defineConfig({
	cacheDir: '.vscode-test/vite',
	// A machine that does much else is slower by far; what hangs is ended all the same.
	test: {
		include: ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/corpus/**/*.test.ts'],
		testTimeout: 30_000,
	},
});
