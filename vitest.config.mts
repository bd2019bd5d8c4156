// Tests that need nothing but this process; long properties, hostile input and the shipped corpus; what both hosts do over memory and over real files, and foreign formats: in Node, without VS Code (that is test/vscode/vitest.config.mts).
// `vitest run --project unit` runs the first only.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	cacheDir: '.vscode-test/vite',
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					include: ['test/unit/**/*.test.ts'],
					setupFiles: ['test/support/seeded.ts', 'test/support/processorTime.ts'],
					globalSetup: ['test/support/processorBudget.ts'],
					// Every module is read once, not once a test file, and in one process: half of the time would go into reading them.
					// What a test changes, it puts back.
					isolate: false,
					maxWorkers: 1,
					// A machine that does much else is slower by far; what hangs is ended all the same.
					testTimeout: 30_000,
				},
			},
			{
				test: {
					name: 'properties',
					include: ['test/properties/**/*.test.ts', 'test/corpus/**/*.test.ts'],
					setupFiles: ['test/support/seeded.ts'],
					isolate: false,
					maxWorkers: 1,
					testTimeout: 300_000,
				},
			},
			{
				test: {
					name: 'contract',
					include: ['test/contract/**/*.test.ts'],
					isolate: false,
					maxWorkers: 1,
					// Each reads a whole folder as three programs would.
					testTimeout: 300_000,
				},
			},
			'test/formats/vitest.config.mts',
		],
	},
});
