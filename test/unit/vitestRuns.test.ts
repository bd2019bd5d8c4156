// What failed once in a real window is looked at again, told, and never lost; what fails again has failed.
import { expect, test } from 'vitest';
import { failuresOf, suiteRuns, unsteadyAtMost } from '../../scripts/vitest.mjs';

const file = (name: string, ...statuses: readonly string[]) => ({
	name,
	status: statuses.includes('failed') ? 'failed' : 'passed',
	assertionResults: statuses.map((status, at) => ({
		status,
		fullName: `${name} ${at}`,
		failureMessages: status === 'failed' ? [`expected '' to be '富民'\n    at line ${at}`] : [],
	})),
});
const report = (...files: readonly ReturnType<typeof file>[]) => ({
	well: files.every(({ status }) => status === 'passed'),
	files: [...files],
});

test('what passed is not looked at again', async () => {
	const runs = suiteRuns(true);
	const passed = report(file('a', 'passed'));
	const looked = await runs.lookAgain('windows', passed, () => Promise.reject(new Error('looked')));
	expect(looked).toBe(passed);
	expect(runs.said()).toBe('');
});

test('what passes when its file runs by itself is unsteady, and told with what it said', async () => {
	const runs = suiteRuns(true);
	const asked: string[] = [];
	const again = (files: ReadonlySet<string>) => {
		asked.push(...files);
		return Promise.resolve([file('b', 'passed', 'passed')]);
	};
	const looked = await runs.lookAgain('windows', report(file('a', 'passed'), file('b', 'passed', 'failed')), again);
	expect(asked).toEqual(['b']);
	expect(looked).toEqual(report(file('a', 'passed'), file('b', 'passed', 'passed')));
	expect(runs.said()).toContain(
		"unsteady (failed once, then passed 2 times by itself): windows: b 1\n    expected '' to",
	);
});

test('where nobody asks for it nothing is run a second time', async () => {
	const failed = report(file('a', 'failed'));
	const never = () => Promise.reject(new Error('looked'));
	expect(await suiteRuns(false).lookAgain('windows', failed, never)).toBe(failed);
});

test('what fails again has failed', async () => {
	const runs = suiteRuns(true);
	const failed = report(file('a', 'failed'));
	expect(await runs.lookAgain('windows', failed, () => Promise.resolve(undefined))).toBe(failed);
	expect(runs.said()).toBe('');
});

test('more than a few in one run are no accident: not looked at again, in one suite or in several', async () => {
	const many = report(file('a', ...Array.from({ length: unsteadyAtMost + 1 }, () => 'failed')));
	const never = () => Promise.reject(new Error('looked'));
	expect(await suiteRuns(true).lookAgain('windows', many, never)).toBe(many);

	const runs = suiteRuns(true);
	const few = report(file('a', ...Array.from({ length: unsteadyAtMost }, () => 'failed')));
	await runs.lookAgain('windows', few, () => Promise.resolve([file('a', 'passed')]));
	const oneMore = report(file('c', 'failed'));
	expect(await runs.lookAgain('vscode', oneMore, never)).toBe(oneMore);
});

test('a file that fails before its tests is a failure', () => {
	expect(failuresOf({ well: false, files: [{ ...file('a'), status: 'failed', message: 'no window' }] })).toEqual([
		{ file: 'a', test: 'a', says: 'no window' },
	]);
});
