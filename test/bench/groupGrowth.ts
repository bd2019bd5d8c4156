// How a group's library grows: what was measured at each size, how much more the larger one takes, and what a size that
// was not run would need by that.

import { ms, printTable, times } from './report';

/** The size of which the issue asks, and that is derived only. */
const aim = 3_000_000;

/** What one size took. */
export interface Grown {
	readonly passages: number;
	/** Those of them that were not there at the size before. */
	readonly pushed: number;
	/** Of pushing these, in seconds. */
	readonly seconds: number;
	/** Requests that the push made. */
	readonly requests: number;
	/** On disk, with copies; nothing of a server that is not ours. */
	readonly bytes: number | undefined;
	/** Milliseconds by name, such as `one client, p50`. */
	readonly waits: Readonly<Record<string, number>>;
}

const perSecond = ({ pushed, seconds }: Grown) => pushed / seconds;

/** Prints what each size took, how that grows, and what the size of the issue would take. */
export function printGrowth(sizes: readonly Grown[]): void {
	const [first] = sizes;
	const last = sizes.at(-1);
	if (!first || !last) return;
	const waits = Object.keys(first.waits);
	const rows: string[][] = [
		['pushed', ...sizes.map(one => String(one.pushed))],
		['push, s', ...sizes.map(one => one.seconds.toFixed(0))],
		['push, passages a second', ...sizes.map(one => perSecond(one).toFixed(0))],
		['push, requests', ...sizes.map(one => String(one.requests))],
		['index, MB with copies', ...sizes.map(({ bytes }) => (bytes === undefined ? '?' : (bytes / 1e6).toFixed(1)))],
		...waits.map(name => [`${name}, ms`, ...sizes.map(one => ms(one.waits[name] ?? NaN))]),
	];
	console.log('');
	printTable(['passages', ...sizes.map(one => String(one.passages))], rows);
	if (first === last) return;
	const larger = last.passages / first.passages;
	const ratios = waits.map(name => `${name} ${times((last.waits[name] ?? NaN) / (first.waits[name] ?? NaN))}`);
	console.log(
		`\n${times(larger)} the passages: index ${times((last.bytes ?? NaN) / (first.bytes ?? NaN))}; ${ratios.join(', ')}.`,
	);
	printDerived(first, last, waits);
}

/** Sizes grow in proportion; waits as they did between the two that were run, as a power of the size. */
function printDerived(first: Grown, last: Grown, waits: readonly string[]): void {
	if (last.passages >= aim) return;
	const more = aim / last.passages;
	const derived = waits.map(name => {
		const [before = NaN, after = NaN] = [first.waits[name], last.waits[name]];
		const power = Math.max(0, Math.log(after / before) / Math.log(last.passages / first.passages));
		return `${name} ${ms(after * more ** power)} ms (power ${power.toFixed(2)})`;
	});
	const gigabytes = ((last.bytes ?? NaN) * more) / 1e9;
	console.log(
		`${aim} passages, derived from these and NOT RUN: index ${gigabytes.toFixed(1)} GB, push ${(aim / perSecond(last) / 60).toFixed(0)} min; ${derived.join(', ')}.`,
	);
}
