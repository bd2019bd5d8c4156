// Runs suites of vitest for `npm test`, counts their tests, and says at the end what failed and what was unsteady.
// @ts-check
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const root = join(import.meta.dirname, '..');
/** Where the reports of the suites lie. */
export const reports = join(root, '.vscode-test/reports');

/** @typedef {{ passed: number, failed: number, skipped: number }} Result */

/** @param {boolean} well @returns {Result} */
export const one = well => ({ passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 });

/** @typedef {{ title: string, yields: boolean }} Beside its heading; whether the others come first on the processor */

/**
 * Runs one of this project's tools with its output shown: at once, or when it has ended, so that two at a time can be read.
 * @param {string[]} args script and arguments for Node
 * @param {Record<string, string>} [env]
 * @param {Beside} [beside] where it runs beside others: then what it says is shown at its end
 * @returns {Promise<boolean>} whether it ended well
 */
export function node(args, env = {}, beside = undefined) {
	return new Promise(done => {
		const child = spawn(process.execPath, args, {
			cwd: root,
			stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
			env: { ...process.env, ...env },
		});
		// What runs beside windows leaves them the processor: a person at a window would have it, too.
		if (beside?.yields && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
		/** @type {Buffer[]} */
		const said = [];
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => said.push(data));
		child.on('close', () => {
			if (beside) process.stdout.write(Buffer.concat([Buffer.from(`\n── ${beside.title}\n`), ...said]));
		});
		child.on('error', error => {
			console.error(String(error));
			done(false);
		});
		child.on('close', code => done(code === 0));
	});
}

/** @typedef {{ status: string, fullName: string, failureMessages?: string[] }} Test what vitest reports of one */
/** @typedef {{ name: string, status: string, message?: string, assertionResults: Test[] }} TestFile its path is its name */
/** @typedef {{ well: boolean, files: TestFile[] }} Report */
/** @typedef {{ file: string, test: string, says: string }} Failure of a test, or of what comes before or after the tests of a file */

/**
 * Runs vitest and reads its report.
 * @param {string} name of the report
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {Beside} [beside] where it runs beside others: then what it says is shown at its end
 * @returns {Promise<Report | undefined>} nothing where it wrote no report
 */
async function reported(name, args, env, beside) {
	const report = join(reports, `${name}.json`);
	rmSync(report, { force: true });
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const well = await node(['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters], env, beside);
	try {
		return { well, files: JSON.parse(readFileSync(report, 'utf8')).testResults };
	} catch {
		return undefined;
	}
}

/** So much of what a failure says is repeated at the end of the log. */
const linesOfFailure = 8;

/** @param {readonly string[]} messages @returns {string} their first lines, without colours and places in what was installed */
const firstLines = messages =>
	stripVTControlCharacters(messages.join('\n'))
		.split('\n')
		.filter(line => line.trim() !== '' && !line.includes('/node_modules/'))
		.slice(0, linesOfFailure)
		.join('\n    ');

/**
 * What failed in a file: its tests, or what comes before or after them.
 * @param {TestFile} file
 * @returns {Failure[]}
 */
function failedIn({ name: file, status, message = '', assertionResults }) {
	const failed = assertionResults
		.filter(test => test.status === 'failed')
		.map(({ fullName, failureMessages = [] }) => ({ file, test: fullName, says: firstLines(failureMessages) }));
	return failed.length > 0 || status !== 'failed' ? failed : [{ file, test: file, says: firstLines([message]) }];
}

/** @param {Report} report @returns {Failure[]} */
export const failuresOf = ({ files }) => files.flatMap(failedIn);

/** More tests of windows that are unsteady in one run are no accident: then they count as failed. */
export const unsteadyAtMost = 3;
/** So often what failed once has to pass, each time in new windows. */
const looks = 2;

/** @param {string} suite @param {Failure} failure */
const told = (suite, { test, says }) => `${suite}: ${test}\n    ${says}`;

/**
 * Runs the files in which tests of a real window failed again, by themselves.
 * @param {string} suite
 * @param {ReadonlySet<string>} files
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<TestFile[] | undefined>} what the last look reports, where everything in them passed each time
 */
async function passAgain(suite, files, args, env) {
	/** @type {Report | undefined} */
	let report;
	for (let look = 1; look <= looks; look++) {
		const title = `${suite}, by itself: ${[...files].join(', ')} (${look} of ${looks})`;
		report = await reported(
			`${suite}-again-${look}`,
			[...args, ...files],
			{ ...env, LANES: '1' },
			{ title, yields: false },
		);
		if (!report?.well) return undefined;
	}
	return report?.files;
}

/**
 * The runs of suites in one `npm test`, and what they have to say of failures at its end.
 *
 * Where it is asked for (LOOK_AGAIN=1, as on the machine that takes a change in), what failed in a real window is looked at again: few tests
 * that pass twice when their files run by themselves are *unsteady*. They are told by name with what they said when they failed, so that none
 * is lost, and counted by how they passed. What fails again has failed, and so has everything where more than `unsteadyAtMost` are unsteady in
 * one run. Where there is no window, or nobody asks, nothing is run a second time.
 * @param {boolean} looksAgain
 */
export function suiteRuns(looksAgain) {
	/** The tests that failed, said once more at the end, where a log that is cut off still has them. @type {string[]} */
	const failures = [];
	/** @type {string[]} */
	const unsteady = [];

	/**
	 * @param {string} name
	 * @param {Report} report
	 * @param {(files: ReadonlySet<string>) => Promise<TestFile[] | undefined>} again
	 * @returns {Promise<Report>} the report, with the second look where what failed was unsteady
	 */
	async function lookAgain(name, report, again) {
		const failed = failuresOf(report);
		if (!looksAgain || failed.length === 0 || unsteady.length + failed.length > unsteadyAtMost) return report;
		const files = new Set(failed.map(({ file }) => file));
		const passed = await again(files);
		if (!passed) return report;
		unsteady.push(...failed.map(failure => told(name, failure)));
		return { well: true, files: [...report.files.filter(file => !files.has(file.name)), ...passed] };
	}

	/** @param {string} name @param {Report} report @returns {Result} */
	function counted(name, report) {
		const tests = report.files.flatMap(file => file.assertionResults);
		const failed = tests.filter(({ status }) => status === 'failed').length;
		const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
		for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
		failures.push(...failuresOf(report).map(failure => told(name, failure)));
		return {
			passed: tests.length - failed - skipped.length,
			failed: report.well || failed > 0 ? failed : 1,
			skipped: skipped.length,
		};
	}

	return {
		lookAgain,

		/**
		 * Runs vitest and counts its tests; the names of those that were skipped are printed, with what they need.
		 * @param {string} name of the report
		 * @param {string[]} args
		 * @param {Record<string, string>} [env]
		 * @param {Beside} [beside] where it runs beside others: then what it says is shown at its end
		 * @returns {Promise<Result>}
		 */
		async vitest(name, args, env, beside) {
			const report = await reported(name, args, env, beside);
			return report ? counted(name, report) : one(false);
		},

		/**
		 * `vitest` for a suite that drives real windows, where what failed is looked at again.
		 * @param {string} name of the report
		 * @param {string[]} args
		 * @param {Record<string, string>} [env]
		 * @param {Beside} [beside] where it runs beside others: then what it says is shown at its end
		 * @returns {Promise<Result>}
		 */
		async inWindows(name, args, env = {}, beside = undefined) {
			const report = await reported(name, args, env, beside);
			if (!report) return one(false);
			return counted(name, await lookAgain(name, report, files => passAgain(name, files, args, env)));
		},

		/** @returns {string} what failed and what was unsteady, in the words of its failure */
		said: () =>
			[
				...failures.map(failure => `failed: ${failure}\n`),
				...unsteady.map(failure => `unsteady (failed once, then passed ${looks} times by itself): ${failure}\n`),
			].join(''),
	};
}
