// `npm test`: everything that must hold, one step after another, and one line of totals. `npm test -- unit lint` runs only these steps.
// Must not know what a single test does. A step that cannot run fails; a skipped test counts as failed.
// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { testDesktop } from './desktop.mjs';
import { checkPackage } from './package.mjs';
import { findDesktop } from '../test/support/desktop.mjs';
import { versions } from '../test/support/server.mjs';

const root = join(import.meta.dirname, '..');
const reports = join(root, '.vscode-test/reports');

/** @typedef {{ passed: number, failed: number }} Result */

/**
 * Runs one of this project's tools with its output shown.
 * @param {string[]} args script and arguments for Node
 * @param {Record<string, string>} [env]
 * @returns {Promise<boolean>} whether it ended well
 */
function node(args, env = {}) {
	return new Promise(done => {
		const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
		child.on('error', error => { console.error(String(error)); done(false); });
		child.on('close', code => done(code === 0));
	});
}

/** @param {boolean} well @returns {Result} */
const one = well => well ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/**
 * Runs vitest and counts its tests: what was skipped or never ran is a failure too.
 * @param {string} name of the report
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<Result>}
 */
async function vitest(name, args, env) {
	const report = join(reports, `${name}.json`);
	rmSync(report, { force: true });
	const well = await node(['node_modules/vitest/vitest.mjs', 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], env);
	/** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} */
	let counts;
	try {
		counts = JSON.parse(readFileSync(report, 'utf8'));
	} catch {
		return one(false);
	}
	const skipped = counts.numPendingTests + counts.numTodoTests;
	if (skipped > 0) console.log(`${skipped} tests did not run: counted as failed`);
	const failed = counts.numFailedTests + skipped;
	return { passed: counts.numPassedTests, failed: well || failed > 0 ? failed : 1 };
}

/** In order: what is quick and explains most comes first. @type {[string, string, () => Promise<Result>][]} */
const steps = [
	['build', 'Build', async () => one(await node(['esbuild.mjs']))],
	['types', 'Types', async () => one(await node(['node_modules/typescript/bin/tsc', '-p', '.']))],
	['core', 'Types of the core, without DOM and Node', async () => one(await node(['node_modules/typescript/bin/tsc', '-p', 'src/core']))],
	['lint', 'Lint', async () => one(await node(['node_modules/eslint/bin/eslint.js', '.']))],
	['unit', 'Unit tests', () => vitest('unit', [])],
	['corpus', 'Corpus check', async () => one(await node(['dist/cli.mjs', 'corpus', 'check']))],
	['bundle', 'What was built opens no connection', () => vitest('bundle', ['--config', 'test/bundle/vitest.config.mts'])],
	['package', 'Files and size of the .vsix', async () => one(await checkPackage())],
	...versions.map(version => /** @type {[string, string, () => Promise<Result>]} */ ([`vscode-${version}`, `In VS Code ${version} from npm${version === versions.at(-1) ? '' : ', the main ways'}`,
		() => vitest(`vscode-${version}`, ['--config', 'test/vscode/vitest.config.mts'], { VSCODE: version, VSCODE_BUILT: '1', SUITE: version === versions.at(-1) ? '' : 'main' })])),
	['start', 'npm start', () => vitest('start', ['--config', 'test/start/vitest.config.mts'])],
	['desktop', 'In the VS Code of this machine', async () => {
		const desktop = findDesktop();
		const blind = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
		if (desktop && !blind) return testDesktop(desktop);
		console.log(desktop ? `There is ${desktop}, but no display to show it on: the versions from npm stand for it.`
			: 'This machine has no desktop VS Code (VSCODE_PATH, or code on the PATH): the versions from npm stand for it.');
		return { passed: 0, failed: 0 };
	}],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !steps.some(([step]) => step === name));
if (unknown.length > 0) {
	console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map(([step]) => step).join(', ')}`);
	process.exit(2);
}
mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const summary = [];
for (const [name, title, run] of steps) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.log(`\n── ${title}`);
	const start = Date.now();
	const { passed, failed } = await run().catch(error => { console.error(error); return one(false); });
	total.passed += passed;
	total.failed += failed;
	summary.push(`${failed > 0 ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - start) / 1000)} s)`);
}
console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
