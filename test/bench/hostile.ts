// What inputs cost that are made to be expensive: time and memory against size, each in a process of its own that has
// as much memory as the thread that reads documents.

import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostileCases } from './hostileInputs';
import { ms, printTable, type Target } from './report';

/** As the thread of the editor (main.nodeImport.ts), in megabytes. */
const memory = 1536;
/** Milliseconds after which a process is ended. */
const patience = 60_000;
/** A reader that costs twice as much for twice as much has 2; what is too quick to be measured is not compared. */
const linear = 2.8;
const measurable = 150;

interface Measured {
	readonly bytes: number;
	readonly ms: number;
	readonly memory: number;
	readonly outcome: string;
}

function measure(name: string, size: number): Measured | string {
	const child = join(dirname(fileURLToPath(import.meta.url)), 'hostileChild.mjs');
	const { stdout, signal, status } = spawnSync(
		process.execPath,
		[`--max-old-space-size=${String(memory)}`, child, name, String(size)],
		{ encoding: 'utf8', timeout: patience },
	);
	if (signal === 'SIGTERM') return `> ${String(patience / 1000)} s`;
	return status === 0 ? (JSON.parse(stdout) as Measured) : 'process ended';
}

/** `--case <part of a name>` measures only these. */
export function benchHostile(): Target[] {
	const asked = process.argv[process.argv.indexOf('--case') + 1];
	const chosen = process.argv.includes('--case')
		? hostileCases.filter(one => one.name.includes(asked ?? ''))
		: hostileCases;
	const rows: string[][] = [];
	const steep: string[] = [];
	for (const { name, sizes } of chosen) {
		const found = sizes.map(size => measure(name, size));
		const [, middle, last] = found;
		const growth =
			typeof middle === 'object' && typeof last === 'object' && last.ms >= measurable ? last.ms / middle.ms : undefined;
		if (growth !== undefined ? growth > linear : typeof last === 'string') steep.push(name);
		rows.push([
			name,
			sizes.map(String).join(' / '),
			typeof last === 'object' ? `${(last.bytes / 1024).toFixed(0)} kB` : '',
			found.map(one => (typeof one === 'string' ? one : ms(one.ms))).join(' / '),
			growth === undefined ? '' : growth.toFixed(1),
			typeof last === 'object' ? last.memory.toFixed(0) : '',
			typeof last === 'object' ? last.outcome : '',
		]);
		console.log(rows.at(-1)?.join(' | '));
	}
	printTable(['input', 'n', 'size', 'ms', 'growth', 'MB', 'outcome of the largest'], rows);
	return [
		{
			name: 'hostile inputs cost no more than they are long',
			wanted: `twice the input, at most ${String(linear)} times the time`,
			measured: steep.length === 0 ? 'all' : steep.join('; '),
			reached: steep.length === 0,
		},
	];
}
