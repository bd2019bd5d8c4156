// Tests of what was built: they read dist/, so `npm run build` comes first.
// Must not need VS Code.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	cacheDir: '../../.vscode-test/vite',
	test: { root: import.meta.dirname, include: ['*.test.ts'], testTimeout: 60_000 },
});
