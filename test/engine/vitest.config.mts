// Tests with a real node of the engine: npm run test:engine.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	cacheDir: '.vscode-test/vite',
	test: {
		name: 'engine',
		root: import.meta.dirname,
		include: ['*.test.ts'],
		globalSetup: './node.ts',
		// One after the other: they share a node that is as small as they come.
		fileParallelism: false,
		isolate: false,
		testTimeout: 60_000,
		hookTimeout: 240_000,
	},
});
