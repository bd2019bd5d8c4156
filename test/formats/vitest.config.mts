// Foreign formats: documents as other programs write them, also made to do harm, and the programs themselves where they are there
// (pandoc, a browser). What is not there is skipped, and counted so.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		name: 'formats',
		root: import.meta.dirname,
		include: ['**/*.test.ts'],
		setupFiles: '../support/seeded.ts',
		isolate: false,
		testTimeout: 120_000,
	},
});
