// The entry of the command line: hands the process to run.ts.

import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { run } from '../cli/run';

const write = (stream: NodeJS.WriteStream) => (line: string) => void stream.write(`${line}\n`);
process.stdout.on('error', () => process.exit(0)); // the reader of a pipe may leave early
process.exitCode = await run(process.argv.slice(2), {
	cwd: process.cwd(),
	dist: dirname(fileURLToPath(import.meta.url)),
	out: write(process.stdout),
	err: write(process.stderr),
	input: () => buffer(process.stdin),
	stoppable: () => {
		const stopping = new AbortController();
		process.once('SIGINT', () => stopping.abort());
		return stopping.signal;
	},
});
