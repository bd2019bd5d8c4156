// What the unit tests take of a processor, all in all: printed, kept for `npm run house`, and held against a known piece of work that is done
// meanwhile, so that neither a slow machine nor a busy one changes the answer.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Meanwhile } from './effort';

const root = join(import.meta.dirname, '../..');
/** A file a process: its processor time so far, in milliseconds. */
export const processorTimes = join(root, '.vscode-test/processor-times');
/** What the last run of all unit tests took, a line of words. */
const lastRun = join(root, '.vscode-test/unit-processor-time.txt');

/**
 * How many times the known work, which takes a recent machine about 20 ms, all unit tests may take. They took 825 to 950 times in six runs on a
 * machine with three times the load it can serve.
 */
const budget = 1100;

/** What is asked of vitest: which test files ran. */
interface Project {
	readonly vitest: { readonly state: { getFiles(): readonly unknown[] } };
}

export function setup(project: Project): () => void {
	rmSync(processorTimes, { recursive: true, force: true });
	const meanwhile = new Meanwhile();
	return () => tell(project.vitest.state.getFiles().length, meanwhile.end());
}

function tell(files: number, { known, spent }: ReturnType<Meanwhile['end']>): void {
	if (!existsSync(processorTimes)) return;
	const tests = readdirSync(processorTimes).map(name => Number(readFileSync(join(processorTimes, name), 'utf8')));
	const milliseconds = tests.reduce((sum, time) => sum + time, spent);
	const times = milliseconds / known;
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
