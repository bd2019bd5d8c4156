// Unit tests and tests of the corpus: fast, in Node, without VS Code (that is test/vscode/vitest.config.mts).
import { defineConfig } from 'vitest/config';

export default defineConfig({
	cacheDir: '.vscode-test/vite',
	test: { include: ['test/unit/**/*.test.ts', 'test/corpus/**/*.test.ts'] },
});
