// Runs what Windows does differently: the command line under node.exe, and VS Code 1.100 with an extension host that is Windows', in Wine.
// Must not run elsewhere than on a Linux that has Wine; scripts/test.mjs looks.
import { defineConfig } from 'vitest/config';
import { patience } from '../support/patience.mjs';

export default defineConfig({
	cacheDir: '../../.vscode-test/vite',
	test: {
		root: import.meta.dirname,
		include: ['*.test.ts'],
		globalSetup: './setup.ts',
		setupFiles: '../support/eachFile.ts',
		testTimeout: 6 * patience,
		hookTimeout: 6 * patience,
		expect: { poll: { timeout: patience } },
		maxWorkers: 1,
		isolate: false,
	},
});
