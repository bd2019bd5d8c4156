// A list of tests that run inside the extension host, and what came of them, written to a file beside the built
// module.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of `results.jsonl`; `note` is printed with a test that passed. */
export interface Result {
	readonly name: string;
	readonly error?: string;
	readonly notes: readonly string[];
}

type Run = (note: (line: string) => void) => Promise<void> | void;

/** Runs all in order; the last line of the file is `{"end":true}`. */
export async function runAll(tests: readonly (readonly [name: string, run: Run])[]): Promise<void> {
	const write = (line: object) => appendFileSync(join(__dirname, 'results.jsonl'), `${JSON.stringify(line)}\n`);
	let failed = 0;
	for (const [name, run] of tests) {
		const notes: string[] = [];
		let error: string | undefined;
		try {
			await run(line => {
				notes.push(line);
			});
		} catch (e) {
			failed++;
			error = e instanceof Error ? (e.stack ?? e.message) : String(e);
		}
		const result: Result = { name, notes, ...(error === undefined ? {} : { error }) };
		write(result);
		console.log(
			`${error === undefined ? '✓' : '✗'} ${name}${notes.map(note => `\n    ${note}`).join('')}${error === undefined ? '' : `\n${error}`}`,
		);
	}
	write({ end: true });
	if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}
