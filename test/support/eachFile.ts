// For every test file: a picture of each window when a test fails, and what its messages said; no window that was not given back outlives
// its file.
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { closeAll, openWindows, tested } from './driver';
import { cache } from './npm.mjs';

afterEach(async context => {
	const failed = context.task.result?.state === 'fail';
	await tested(!failed);
	if (!failed) return;
	for (const [i, window] of (await openWindows()).entries()) {
		const name = `${process.env['VSCODE_VERSION']} ${context.task.name} ${i}`
			.replace(/[^\p{L}\p{N}.]+/gu, '-')
			.slice(0, 100);
		console.log(
			`  the window then: ${await window.screenshot(name, join(cache, 'failures')).catch(error => String(error))}`,
		);
		console.log(`  its messages: ${(await window.said().catch(error => [String(error)])).join(' · ') || 'none'}`);
	}
});

afterAll(closeAll);
