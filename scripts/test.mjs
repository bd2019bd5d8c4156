// `npm test`: everything that must hold, and one line of totals. What has no windows runs beside each other, three steps at a time, as one of
// them mostly waits; then both versions of VS Code; what builds and what is measured runs alone. `npm test -- unit lint` runs
// only these steps. A step that cannot run fails; a test that needs what is not here (a program, texts beside the project) says so and
// counts as skipped.
// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lacking } from './engine/node.mjs';
import { testDesktop } from './desktop.mjs';
import { checkPackage } from './package.mjs';
import { findBrowser } from '../test/support/browser.mjs';
import { findDesktop } from '../test/support/desktop.mjs';
import { versions } from '../test/support/server.mjs';
import { findWine } from '../test/support/windows.mjs';

const root = join(import.meta.dirname, '..');
const reports = join(root, '.vscode-test/reports');

/** @typedef {{ passed: number, failed: number, skipped: number }} Result */

/** The tests that failed, said once more at the end, where a log that is cut off still has them. @type {string[]} */
const failures = [];

/**
 * Runs one of this project's tools with its output shown: at once, or when it has ended, so that two at a time can be read.
 * @param {string[]} args script and arguments for Node
 * @param {Record<string, string>} [env]
 * @param {string} [later] the heading, where the output is shown at the end
 * @returns {Promise<boolean>} whether it ended well
 */
function node(args, env = {}, later = undefined) {
	return new Promise(done => {
		const child = spawn(process.execPath, args, {
			cwd: root,
			stdio: later ? ['ignore', 'pipe', 'pipe'] : 'inherit',
			env: { ...process.env, ...env },
		});
		/** @type {Buffer[]} */
		const said = [];
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => said.push(data));
		child.on('close', () => {
			if (later) process.stdout.write(Buffer.concat([Buffer.from(`\n── ${later}\n`), ...said]));
		});
		child.on('error', error => {
			console.error(String(error));
			done(false);
		});
		child.on('close', code => done(code === 0));
	});
}

/** @param {boolean} well @returns {Result} */
const one = well => ({ passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 });

/** @typedef {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} TestFile what vitest reports of one */

/**
 * Runs vitest and reads its report.
 * @param {string} name of the report
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {string} [later] the heading, where the output is shown at the end
 * @returns {Promise<{ well: boolean, files: TestFile[] } | undefined>} nothing where it wrote no report
 */
async function reported(name, args, env, later) {
	const report = join(reports, `${name}.json`);
	rmSync(report, { force: true });
	const well = await node(
		[
			'node_modules/vitest/vitest.mjs',
			'run',
			...args,
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${report}`,
		],
		env,
		later,
	);
	try {
		return { well, files: JSON.parse(readFileSync(report, 'utf8')).testResults };
	} catch {
		return undefined;
	}
}

/**
 * What failed in a file: its tests, or what comes before or after them.
 * @param {TestFile} file
 */
function failedIn({ name, status, assertionResults }) {
	const names = assertionResults.filter(test => test.status === 'failed').map(({ fullName }) => fullName);
	return names.length > 0 || status !== 'failed' ? names : [name];
}

/**
 * Runs vitest and counts its tests; the names of those that failed or were skipped are printed, with what they need.
 * @param {string} name of the report
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {string} [later] the heading, where the output is shown at the end
 * @returns {Promise<Result>}
 */
async function vitest(name, args, env, later) {
	const report = await reported(name, args, env, later);
	if (!report) return one(false);
	const tests = report.files.flatMap(file => file.assertionResults);
	const failed = tests.filter(({ status }) => status === 'failed');
	const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
	failures.push(...report.files.flatMap(failedIn).map(one => `${name}: ${one}`));
	for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
	return {
		passed: tests.length - failed.length - skipped.length,
		failed: report.well || failed.length > 0 ? failed.length : 1,
		skipped: skipped.length,
	};
}

/**
 * What was mended may stay in the list of old faults until it is pruned, so that two who mend do not get into each other's way.
 * @param {string} [later]
 */
async function lint(later) {
	const well = await node(['node_modules/eslint/bin/eslint.js', '.', '--pass-on-unpruned-suppressions'], {}, later);
	if (!well)
		console.log(
			'✗ For functions that only moved to another file: npm run lint:moved (npm run house counts them all, wherever they are)',
		);
	return one(well);
}

/** How many steps of a kind run beside each other. */
const atOnce = { windowless: 3, windows: 2 };

/**
 * `run` gets a heading where the step runs beside another one of its kind (`together`), and then shows what it says at its end.
 * @typedef {[name: string, title: string, run: (later?: string) => Promise<Result>, together?: keyof typeof atOnce]} Step
 */

/**
 * A step that is one command of Node and runs beside another one.
 * @param {string} name
 * @param {string} title
 * @param {...string} args
 * @returns {Step}
 */
const command = (name, title, ...args) => [name, title, async later => one(await node(args, {}, later)), 'windowless'];

/**
 * A step that is a suite of vitest and runs beside another one.
 * @param {string} name
 * @param {string} title
 * @param {...string} args
 * @returns {Step}
 */
const suite = (name, title, ...args) => [name, title, later => vitest(name, args, {}, later), 'windowless'];

/** The browser, fetched before two suites look for it at a time. @type {Promise<unknown> | undefined} */
let browser;

/** How many files of tests run at a time, each in windows of its own: together as many as two processors serve. */
const lanes = { rest: 2, main: 1, measured: 1 };

/**
 * Tests in a real VS Code. They mostly wait, as people do, so several files run at a time; what is measured runs alone. Nothing is run a
 * second time: what failed once has failed.
 * @param {string} version
 * @param {keyof typeof lanes} suite
 * @param {string} what
 * @returns {Step}
 */
function ui(version, suite, what) {
	const args = ['--config', 'test/vscode/vitest.config.mts'];
	const env = { VSCODE: version, VSCODE_BUILT: '1', SUITE: suite, LANES: String(lanes[suite]) };
	/** @param {string} [later] */
	const run = async later => {
		await (browser ??= findBrowser(() => undefined));
		return vitest(['vscode', version, suite].join('-'), args, env, later);
	};
	const title = `In VS Code ${version} from npm, ${what}`;
	return [`vscode-${version}`, title, run, ...(suite === 'measured' ? [] : [/** @type {const} */ ('windows')])];
}

/** In order: what is quick and explains most comes first. @type {Step[]} */
const steps = [
	['build', 'Build', async () => one(await node(['esbuild.mjs']))],
	['package', 'Files and size of the .vsix', async () => one(await checkPackage())],
	[
		'windows',
		'In a Windows, as far as Wine plays one',
		async later => {
			if (findWine()) return vitest('windows', ['--config', 'test/windows/vitest.config.mts'], {}, later);
			console.log('skipped: what Windows does differently needs Wine on a Linux (apt-get install wine wine64).');
			return { passed: 0, failed: 0, skipped: 1 };
		},
		'windowless', // it mostly waits, and longest of those that run beside each other: so it comes first
	],
	command('types', 'Types', 'node_modules/typescript/bin/tsc', '-p', '.'),
	command('core', 'Types of the core, without DOM and Node', 'node_modules/typescript/bin/tsc', '-p', 'src/core'),
	command('format', 'Format', 'node_modules/prettier/bin/prettier.cjs', '--check', '.'),
	['lint', 'Lint', lint, 'windowless'],
	command('house', 'Budgets of the source', 'scripts/house.mjs', '--short'),
	// Alone: their processor time is held against a known piece of work, and others beside them make it more than that of the work.
	['unit', 'Unit tests', () => vitest('unit', ['--project', 'unit'])],
	suite('properties', 'Long properties, hostile input, the whole corpus', '--project', 'properties'),
	suite('contract', 'What editor and command line share, over memory and over real files', '--project', 'contract'),
	suite('formats', 'Foreign formats and programs', '--project', 'formats'),
	command('corpus', 'Corpus check', 'dist/cli.mjs', 'corpus', 'check'),
	suite('bundle', 'What was built opens no connection', '--config', 'test/bundle/vitest.config.mts'),
	suite('processes', 'Several processes at once', '--config', 'test/processes/vitest.config.mts'),
	[
		'engine',
		'A group’s library on a real engine',
		async later => {
			const reason = lacking();
			if (!reason) return vitest('engine', ['--config', 'test/engine/vitest.config.mts'], {}, later);
			console.log(
				`skipped: a real engine cannot be started here: ${reason}. The stand-in of the contract stands for it.`,
			);
			return { passed: 0, failed: 0, skipped: 1 };
		},
		'windowless',
	],
	...versions.map(version =>
		version === versions.at(-1) ? ui(version, 'rest', 'everything') : ui(version, 'main', 'the main ways'),
	),
	...versions.map(version => ui(version, 'measured', 'what is measured')),
	['start', 'npm start', () => vitest('start', ['--config', 'test/start/vitest.config.mts'])],
	[
		'desktop',
		'In the VS Code of this machine',
		async () => {
			const desktop = findDesktop();
			const blind = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
			if (desktop && !blind) return testDesktop(desktop);
			console.log(
				desktop
					? `There is ${desktop}, but no display to show it on: the versions from npm stand for it.`
					: 'This machine has no desktop VS Code (VSCODE_PATH, or code on the PATH): the versions from npm stand for it.',
			);
			return { passed: 0, failed: 0, skipped: 1 };
		},
	],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !steps.some(([step]) => step === name));
if (unknown.length > 0) {
	console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map(([step]) => step).join(', ')}`);
	process.exit(2);
}
mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const summary = [];
/** @param {Result} result */
const counted = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** @param {Step} step @param {boolean} [later] whether it runs beside another one */
async function take([, title, run], later = false) {
	console.log(later ? `… ${title}` : `\n── ${title}`);
	const start = Date.now();
	const { passed, failed, skipped } = await run(later ? title : undefined).catch(error => {
		console.error(error);
		return one(false);
	});
	total.passed += passed;
	total.failed += failed;
	total.skipped += skipped;
	summary.push(
		`${failed > 0 ? '✗' : '✓'} ${title}: ${counted({ passed, failed, skipped })} (${Math.round((Date.now() - start) / 1000)} s)`,
	);
}
const chosen = steps.filter(([name]) => wanted.length === 0 || wanted.includes(name));
/** The steps of a kind that were not begun. */
const waiting = new Map(Object.keys(atOnce).map(kind => [kind, chosen.filter(step => step[3] === kind)]));
for (const step of chosen) {
	const kind = step[3];
	const fellows = (kind && waiting.get(kind)) ?? [];
	if (!kind || (fellows.length === 1 && fellows[0] === step)) await take(step);
	else
		await Promise.all(
			Array.from({ length: atOnce[kind] }, async () => {
				for (let next; (next = fellows.shift());) await take(next, true);
			}),
		);
}
console.log(`\n${summary.join('\n')}\n`);
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(counted(total));
process.exitCode = total.failed > 0 ? 1 : 0;
