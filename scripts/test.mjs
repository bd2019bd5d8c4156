// `npm test`: everything that must hold, and one line of totals. Windows mostly wait, as people do: several of them run at a time, and what has
// none beside them, with what processor time they leave. What builds and what is measured runs alone.
// `npm test -- unit lint` runs only these steps. A step that cannot run fails; a test that needs what is not here (a program, texts beside the
// project) says so and counts as skipped.
// @ts-check
import { mkdirSync } from 'node:fs';
import { lacking } from './engine/node.mjs';
import { testDesktop } from './desktop.mjs';
import { checkPackage } from './package.mjs';
import { node, one, reports, suiteRuns } from './vitest.mjs';
import { findBrowser } from '../test/support/browser.mjs';
import { findDesktop } from '../test/support/desktop.mjs';
import { versions } from '../test/support/server.mjs';
import { findWine } from '../test/support/windows.mjs';

/** @typedef {import('./vitest.mjs').Result} Result */
/** @typedef {import('./vitest.mjs').Beside} Beside */

const { vitest, inWindows, said } = suiteRuns(process.env['LOOK_AGAIN'] === '1');

/**
 * What was mended may stay in the list of old faults until it is pruned, so that two who mend do not get into each other's way.
 * @param {Beside} [beside]
 */
async function lint(beside) {
	const well = await node(['node_modules/eslint/bin/eslint.js', '.', '--pass-on-unpruned-suppressions'], {}, beside);
	if (!well)
		console.log(
			'✗ For functions that only moved to another file: npm run lint:moved (npm run house counts them all, wherever they are)',
		);
	return one(well);
}

/** The native compiler takes a quarter of the processor time; typescript-eslint needs the older one, whose interface it is made for. */
const compiler = 'node_modules/typescript7/bin/tsc';

/** How many steps run beside each other. */
const windowsAtOnce = 2;
const windowlessAtOnce = 2;

/**
 * Steps in a row that are `windows` or `windowless` are one stage and run beside each other.
 * @typedef {[name: string, title: string, run: (beside?: Beside) => Promise<Result>, kind?: 'windows' | 'windowless']} Step
 */

/**
 * A step that is one command of Node and runs beside another one.
 * @param {string} name
 * @param {string} title
 * @param {...string} args
 * @returns {Step}
 */
const command = (name, title, ...args) => [
	name,
	title,
	async beside => one(await node(args, {}, beside)),
	'windowless',
];

/**
 * A step that is a suite of vitest and runs beside another one.
 * @param {string} name
 * @param {string} title
 * @param {...string} args
 * @returns {Step}
 */
const suite = (name, title, ...args) => [name, title, beside => vitest(name, args, {}, beside), 'windowless'];

/** How many files of tests run at a time, each in windows of its own: together with the other suite as many as two processors serve. */
const lanes = { rest: 3, main: 1, measured: 1 };

/**
 * Tests in a real VS Code; what is measured runs alone. What fails is looked at again only where that is asked for (vitest.mjs).
 * @param {string} version
 * @param {keyof typeof lanes} suite
 * @param {string} what
 * @returns {Step}
 */
function ui(version, suite, what) {
	const args = ['--config', 'test/vscode/vitest.config.mts'];
	const env = { VSCODE: version, VSCODE_BUILT: '1', SUITE: suite, LANES: String(lanes[suite]) };
	/** @param {Beside} [beside] */
	const run = beside => inWindows(['vscode', version, suite].join('-'), args, env, beside);
	/** @type {Step} */
	const step = [`vscode-${version}`, `In VS Code ${version} from npm, ${what}`, run];
	return suite === 'measured' ? step : [...step, 'windows'];
}

/** In order: what is quick and explains most comes first. @type {Step[]} */
const steps = [
	['build', 'Build', async () => one(await node(['esbuild.mjs']))],
	['package', 'Files and size of the .vsix', async () => one(await checkPackage())],
	// Alone: their processor time is held against a known piece of work, and others beside them make it more than that of the work.
	['unit', 'Unit tests', () => vitest('unit', ['--project', 'unit'])],
	command('types', 'Types', compiler, '-p', '.'),
	command('core', 'Types of the core, without DOM and Node', compiler, '-p', 'src/core'),
	command('format', 'Format', 'node_modules/prettier/bin/prettier.cjs', '--check', '.'),
	['lint', 'Lint', lint, 'windowless'],
	command('house', 'Budgets of the source', 'scripts/house.mjs', '--short'),
	suite('properties', 'Long properties, hostile input, the whole corpus', '--project', 'properties'),
	suite('contract', 'What editor and command line share, over memory and over real files', '--project', 'contract'),
	suite('formats', 'Foreign formats and programs', '--project', 'formats'),
	command('corpus', 'Corpus check', 'dist/cli.mjs', 'corpus', 'check'),
	suite('bundle', 'What was built opens no connection', '--config', 'test/bundle/vitest.config.mts'),
	suite('processes', 'Several processes at once', '--config', 'test/processes/vitest.config.mts'),
	[
		'engine',
		'A group’s library on a real engine',
		async beside => {
			const reason = lacking();
			if (!reason) return vitest('engine', ['--config', 'test/engine/vitest.config.mts'], {}, beside);
			console.log(
				`skipped: a real engine cannot be started here: ${reason}. The stand-in of the contract stands for it.`,
			);
			return { passed: 0, failed: 0, skipped: 1 };
		},
		'windowless',
	],
	// The longest first.
	...versions
		.toReversed()
		.map(version =>
			version === versions.at(-1) ? ui(version, 'rest', 'everything') : ui(version, 'main', 'the main ways'),
		),
	[
		'windows',
		'In a Windows, as far as Wine plays one',
		async beside => {
			if (findWine()) return inWindows('windows', ['--config', 'test/windows/vitest.config.mts'], {}, beside);
			console.log('skipped: what Windows does differently needs Wine on a Linux (apt-get install wine wine64).');
			return { passed: 0, failed: 0, skipped: 1 };
		},
		'windows',
	],
	...versions.map(version => ui(version, 'measured', 'what is measured')),
	['start', 'npm start', () => inWindows('start', ['--config', 'test/start/vitest.config.mts'])],
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

/** @param {Step} step @param {boolean} [isBeside] whether it runs beside another one */
async function take([, title, run, kind], isBeside = false) {
	console.log(isBeside ? `… ${title}` : `\n── ${title}`);
	const start = Date.now();
	const beside = isBeside ? { title, yields: kind === 'windowless' } : undefined;
	const { passed, failed, skipped } = await run(beside).catch(error => {
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

/**
 * Windows come first on the processor; they mostly wait, and what has none takes what they leave.
 * @param {Step[]} stage
 */
async function takeBeside(stage) {
	// Fetched before two suites look for it at a time.
	if (stage.some(([, , , kind]) => kind === 'windows')) await findBrowser();
	const atOnce = [
		{ queue: stage.filter(([, , , kind]) => kind === 'windows'), most: windowsAtOnce },
		{ queue: stage.filter(([, , , kind]) => kind === 'windowless'), most: windowlessAtOnce },
	].flatMap(({ queue, most }) =>
		Array.from({ length: most }, async () => {
			for (let next; (next = queue.shift());) await take(next, stage.length > 1);
		}),
	);
	await Promise.all(atOnce);
}

/** The steps that run beside each other follow each other; every other one is by itself. @type {Step[][]} */
const stages = [];
for (const step of steps.filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
	const last = stages.at(-1);
	if (step[3] && last?.[0]?.[3]) last.push(step);
	else stages.push([step]);
}
for (const stage of stages) {
	if (stage[0]?.[3]) await takeBeside(stage);
	else for (const step of stage) await take(step);
}
console.log(`\n${summary.join('\n')}\n`);
process.stdout.write(said());
console.log(counted(total));
process.exitCode = total.failed > 0 ? 1 : 0;
