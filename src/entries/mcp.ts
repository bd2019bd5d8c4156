// The entry of the MCP server: hands the process to run.ts.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMcp } from '../cli/mcp/run';

const dist = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(join(dist, '..', 'package.json'), 'utf8')) as { readonly version: string };
process.exitCode = await runMcp(
	process.argv.slice(2),
	{
		cwd: process.cwd(),
		dist,
		// What is not the protocol has no place on stdout.
		out: line => void process.stderr.write(`${line}\n`),
		err: line => void process.stderr.write(`${line}\n`),
	},
	version,
);
