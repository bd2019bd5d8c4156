// Runs the tests that stand in test/vscode/inside in a desktop VS Code, through @vscode/test-electron.
// Must not drive its window: what a person sees is tested in the versions from npm.
// @ts-check
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildInside, readResults } from '../test/support/inside.mjs';
import { stage } from '../test/support/stage.mjs';

/**
 * @param {string} program the VS Code
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function testDesktop(program) {
	const work = realpathSync(mkdtempSync(join(tmpdir(), 'policy-writing-desktop-')));
	const extension = join(work, 'extension'),
		inside = join(work, 'inside'),
		folder = join(work, 'draft');
	try {
		stage(extension);
		mkdirSync(folder);
		writeFileSync(join(folder, 'notes.json'), '{}');
		const module = await buildInside(inside);
		let problem;
		try {
			await runTests({
				vscodeExecutablePath: program,
				extensionDevelopmentPath: extension,
				extensionTestsPath: module,
				launchArgs: [
					folder,
					'--disable-extensions',
					'--disable-workspace-trust',
					`--user-data-dir=${join(work, 'user')}`,
					`--extensions-dir=${join(work, 'extensions')}`,
				],
				extensionTestsEnv: { ELECTRON_RUN_AS_NODE: undefined }, // set in a terminal inside VS Code
			});
		} catch (error) {
			problem = error;
		}
		const { results, end } = readResults(inside);
		const failed = results.filter(result => result.error !== undefined).length;
		if (!end)
			console.error(
				`The tests did not come to their end${problem ? `: ${problem instanceof Error ? problem.message : String(problem)}` : ''}`,
			);
		return { passed: results.length - failed, failed: failed + (end ? 0 : 1), skipped: 0 };
	} finally {
		rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}
