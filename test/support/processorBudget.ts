// What the unit tests take of a processor, all in all: printed, kept for `npm run house`, and held against a known piece of work, so
// that neither a slow machine nor a busy one changes the answer.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownTime } from './effort';

const root = join(import.meta.dirname, '../..');
/** A file a process: its processor time so far, in milliseconds. */
export const processorTimes = join(root, '.vscode-test/processor-times');
/** What the last run of all unit tests took, a line of words. */
const lastRun = join(root, '.vscode-test/unit-processor-time.txt');

/** How many times the known work, which takes a recent machine about 20 ms, all unit tests may take: 15 s, and as much as load and idle cores change the measure. */
const budget = 1250;

/** What is asked of vitest: which test files ran. */
interface Project {
	readonly vitest: { readonly state: { getFiles(): readonly unknown[] } };
}

export function setup(project: Project): () => void {
	rmSync(processorTimes, { recursive: true, force: true });
	return () => tell(project.vitest.state.getFiles().length);
}

function tell(files: number): void {
	if (!existsSync(processorTimes)) return;
	const { user, system } = process.cpuUsage();
	const tests = readdirSync(processorTimes).map(name => Number(readFileSync(join(processorTimes, name), 'utf8')));
	const milliseconds = tests.reduce((sum, time) => sum + time, (user + system) / 1000);
	const times = milliseconds / knownTime();
	const words = `${(milliseconds / 1000).toFixed(1)} s, ${times.toFixed(0)} times the known work (at most ${budget})`;
	console.log(`Processor time of the unit tests: ${words}`);
	const all = readdirSync(join(root, 'test/unit'), { recursive: true }).filter(name =>
		String(name).endsWith('.test.ts'),
	);
	if (files >= all.length) writeFileSync(lastRun, words);
	if (times <= budget) return;
	console.error('The unit tests take too much processor time: long ones belong into test/properties.');
	process.exitCode = 1;
}
