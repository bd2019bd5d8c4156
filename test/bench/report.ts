// How the benches measure, sum up and print.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The value below which a share of the values lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN;
}

/** From this many milliseconds on the time of the processor can be told from that of the clock everywhere. */
const long = 50;

/** Milliseconds a call takes, and its answer. Of long calls the time of the processor: what else the machine does is no cost of theirs. */
export function timed<T>(call: () => T): { ms: number; answer: T } {
	const usage = process.cpuUsage();
	const begin = performance.now();
	const answer = call();
	const clock = performance.now() - begin;
	if (clock < long) return { ms: clock, answer };
	const { user, system } = process.cpuUsage(usage);
	return { ms: Math.min(clock, (user + system) / 1000), answer };
}

/**
 * For each input the median milliseconds of its runs: `most` of them, or as many as fit into `budget` milliseconds, but one. A median, since
 * a machine that does other things too stops a process now and then.
 */
export function typical<T>(inputs: readonly T[], most: number, budget: number, call: (input: T) => unknown): number[] {
	return inputs.map(input => {
		const runs: number[] = [];
		let spent = 0;
		while (runs.length === 0 || (runs.length < most && spent < budget)) {
			const { ms: one } = timed(() => call(input));
			runs.push(one);
			spent += one;
		}
		return percentile(runs, 0.5);
	});
}

/** Relevant ones among the first ten, of those that could be there. */
export function recallAt10(found: readonly number[], relevant: ReadonlySet<number>): number {
	const hits = found.slice(0, 10).filter(one => relevant.has(one)).length;
	return hits / Math.min(10, relevant.size);
}

export const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

export const ms = (value: number): string =>
	value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(4);
export const times = (value: number): string => `${value >= 100 ? value.toFixed(0) : value.toFixed(1)}×`;

/** Width on a terminal: Han and full-width marks take two columns. */
const width = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);

export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
	const widths = head.map((cell, column) => Math.max(width(cell), ...rows.map(row => width(row[column] ?? ''))));
	const line = (row: readonly string[]): string =>
		row
			.map((cell, column) => cell + ' '.repeat(widths[column]! - width(cell)))
			.join('  ')
			.trimEnd();
	console.log([line(head), widths.map(columns => '-'.repeat(columns)).join('  '), ...rows.map(line)].join('\n'));
}

/** One target of the issue and what was measured. */
export interface Target {
	readonly name: string;
	readonly wanted: string;
	readonly measured: string;
	readonly reached: boolean;
}

export function printTargets(targets: readonly Target[]): void {
	printTable(
		['target', 'wanted', 'measured', ''],
		targets.map(one => [one.name, one.wanted, one.measured, one.reached ? 'reached' : 'NOT REACHED']),
	);
}

/** Says where a long run is. */
export function progress(text: string): void {
	console.log(`… ${text}`);
}

/** Memory in use after a collection, in MB. */
export function memory(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1e6;
}
