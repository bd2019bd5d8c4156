// How long it takes to spot all terms in a million characters, against a bare pass over them.

import { buildAutomaton } from '../../src/core/text/automaton';
import { makeTerms, makeText, type Source } from './source';
import { ms, percentile, printTable, progress, timed, times, type Target } from './report';

const runs = 21;

export function benchSpotting(source: Source): Target[] {
	const text = makeText(source, 1_000_000);
	const rows: string[][] = [];
	const ratios = new Map<number, number>();
	let checksum = 0;
	for (const count of [300, 10_000, 100_000]) {
		progress(`spotting ${count} terms`);
		const terms = makeTerms(source, count, count);
		const built = timed(() => buildAutomaton(terms));
		const automaton = built.answer;
		const bare: number[] = [];
		const spot: number[] = [];
		const list: number[] = [];
		let found = 0;
		for (let run = 0; run < runs; run++) {
			bare.push(
				timed(() => {
					let sum = 0;
					for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
					checksum += sum;
				}).ms,
			);
			spot.push(
				timed(() => {
					found = 0;
					automaton.visitLongest(text, () => found++);
				}).ms,
			);
			if (run < 7) list.push(timed(() => automaton.longest(text).length).ms);
		}
		const floor = percentile(bare, 0.5);
		// Run against run, so that a busy machine slows both.
		const ratio = percentile(
			spot.map((one, run) => one / bare[run]!),
			0.5,
		);
		const line = text.slice(5000, 5200);
		const lines = Array.from({ length: 2000 }, () => timed(() => automaton.visitLongest(line, () => found++)).ms);
		ratios.set(count, ratio);
		rows.push([
			String(count),
			ms(built.ms),
			ms(floor),
			ms(percentile(spot, 0.5)),
			times(ratio),
			`${ms(percentile(list, 0.5))} (${times(percentile(list, 0.5) / floor)})`,
			`${(percentile(lines, 0.5) * 1000).toFixed(1)} µs`,
		]);
	}
	console.log(
		`\nSpotting: all longest terms in ${text.length} characters; medians of ${runs} runs, ms (checksum ${checksum % 97})`,
	);
	printTable(['terms', 'build', 'charCodeAt pass', 'spot', 'ratio', 'spot into a list', 'a line of 200'], rows);
	const target = (count: number, most: number): Target => {
		const ratio = ratios.get(count)!;
		return {
			name: `spotting, ${count} terms, against a charCodeAt pass`,
			wanted: `≤ ${most}×`,
			measured: times(ratio),
			reached: ratio <= most,
		};
	};
	return [target(300, 10), target(100_000, 20)];
}
