// What it costs to hand a draft of 50,000 characters in as a Word file, in the thread that the editor starts, and to read
// it beside the draft when it has come back with its changes tracked.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { returnedWord, editsOf } from '../../src/app/word/returned';
import { Draft } from '../../src/core/draft/draft';
import { applyEdits } from '../../src/core/draft/edit';
import { wordLayouts, type WordLayout } from '../../src/core/word/manuscript';
import { WordClient } from '../../src/workers/word/client';
import { startWord } from '../../src/workers/word/startNode';
import { tracked } from '../support/tracked';
import { memory, ms, percentile, printTable, progress, timed, type Target } from './report';
import { makeText, randomFrom, type Source } from './source';

const characters = 50_000;
/** Characters of a paragraph; each has a note, every twentieth is a heading, with a table. */
const paragraph = 120;
const wanted = { write: 1500, tick: 5, read: 1000, memory: 150 } as const;
/** Milliseconds between two looks at what the thread of the editor does meanwhile. */
const beat = 5;

function draftOf(source: Source): string {
	const prose = makeText(source, characters).replaceAll('\n', '');
	const count = Math.floor(characters / paragraph);
	const blocks = Array.from({ length: count }, (_, at) => {
		const words = prose.slice(at * paragraph, (at + 1) * paragraph);
		const text = `${words}第${at}段[^n${at}]。`;
		return at % 20 === 0 ? `## 第${at}节\n\n${text}\n\n| 指标 | 数值 |\n|---|---|\n| 产值 | ${at} |` : text;
	});
	const notes = Array.from({ length: count }, (_, at) => `[^n${at}]: 注文${at}号。`);
	return `# 题目\n\n${[...blocks, ...notes].join('\n\n')}\n`;
}

interface Written {
	readonly bytes: Uint8Array;
	readonly ms: number;
	/** Milliseconds that the thread of the editor worked between two beats, p99; how late a beat came where that is not known. */
	readonly late: number;
	/** MB that the process has more than before, threads and all, at most. */
	readonly memory: number;
}

/** Writes a draft in a thread of its own; what the editor waits meanwhile is looked at every few milliseconds. */
async function written(root: string, text: string, layout: WordLayout): Promise<Written> {
	const before = process.memoryUsage.rss();
	let peak = before;
	const ticks: number[] = [];
	const clock = threadClock();
	let last = clock.now();
	const timer = setInterval(() => {
		const now = clock.now();
		ticks.push(now - last - clock.beat);
		last = now;
		peak = Math.max(peak, process.memoryUsage.rss());
	}, beat);
	const usage = process.cpuUsage();
	const begin = performance.now();
	const client = new WordClient(startWord(root));
	try {
		await client.read(text, 'markdown');
		const { bytes } = await client.write(layout, [], undefined);
		// Time of the processor, all threads, where the machine does other things too.
		const { user, system } = process.cpuUsage(usage);
		const spent = Math.min(performance.now() - begin, (user + system) / 1000);
		return { bytes, ms: spent, late: percentile(ticks, 0.99), memory: (peak - before) / 1e6 };
	} finally {
		clearInterval(timer);
		client.end('stopped');
	}
}

/**
 * The time that this thread had a core for itself, where Linux says it: what else a machine does is not in it. Else the
 * time of the day, of which a beat takes as long as it should.
 */
function threadClock(): { readonly now: () => number; readonly beat: number } {
	const file = `/proc/self/task/${process.pid}/schedstat`;
	if (!existsSync(file)) return { now: () => performance.now(), beat };
	return { now: () => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6, beat: 0 };
}

/** Milliseconds that a beat comes late while nothing is done. */
async function idleTick(): Promise<number> {
	const ticks: number[] = [];
	const clock = threadClock();
	let last = clock.now();
	await new Promise<void>(resolve => {
		const timer = setInterval(() => {
			const now = clock.now();
			ticks.push(now - last - clock.beat);
			last = now;
			if (ticks.length < 200) return;
			clearInterval(timer);
			resolve();
		}, beat);
	});
	return percentile(ticks, 0.99);
}

export async function benchWord(source: Source): Promise<Target[]> {
	if (!existsSync(join(source.root, 'dist/main.wordWorker.js'))) throw new Error('build first: npm run build');
	const text = draftOf(source);
	const idle = await idleTick();
	const rows: string[][] = [];
	const runs: Written[] = [];
	for (const layout of wordLayouts) {
		progress(`Word, ${layout}`);
		const tries: Written[] = [];
		for (let at = 0; at < 3; at++) tries.push(await written(source.root, text, layout));
		const least = (of: (run: Written) => number) => Math.min(...tries.map(of));
		const largest = Math.max(...tries.map(run => run.memory));
		const best = {
			bytes: tries[0]?.bytes ?? new Uint8Array(),
			ms: least(run => run.ms),
			late: least(run => run.late),
			memory: largest,
		};
		runs.push(best);
		const late = best.late - idle;
		rows.push([
			`export, ${layout}`,
			ms(best.ms),
			ms(late),
			best.memory.toFixed(0),
			(best.bytes.length / 1000).toFixed(0),
		]);
	}
	const back = readBack(text, runs[0]?.bytes ?? new Uint8Array());
	rows.push(['changes back', ms(back.ms), '', back.memory.toFixed(0), '']);
	console.log(`\nWord: a draft of ${text.length} characters with ${text.split('[^n').length >> 1} notes`);
	printTable(['', 'ms', 'tick p99 above idle, ms', 'MB', 'file, KB'], rows);
	const slowest = Math.max(...runs.map(one => one.ms));
	const latest = Math.max(...runs.map(one => one.late)) - idle;
	const largest = Math.max(...runs.map(one => one.memory));
	return [
		target('a draft of 50,000 characters as a Word file, in a thread', slowest, wanted.write, 'ms'),
		target('the editor meanwhile, tick p99 above idle', latest, wanted.tick, 'ms'),
		target('memory of the process above what it had', largest, wanted.memory, 'MB'),
		target('100 tracked changes read beside the draft', back.ms, wanted.read, 'ms'),
		{
			name: 'of them taken over as they were made',
			wanted: '100',
			measured: String(back.right),
			reached: back.right === 100,
		},
	];
}

function target(name: string, measured: number, most: number, unit: string): Target {
	return {
		name,
		wanted: `≤ ${most} ${unit}`,
		measured: `${ms(Math.max(0, measured))} ${unit}`,
		reached: measured <= most,
	};
}

/** Reads a hundred changes back, and counts those after which the draft says what Word said. */
function readBack(
	text: string,
	bytes: Uint8Array,
): { readonly ms: number; readonly memory: number; readonly right: number } {
	const random = randomFrom(7);
	const numbers = Array.from({ length: Math.floor(characters / paragraph) }, (_, at) => at);
	const chosen = numbers.sort(() => random() - 0.5).slice(0, 100);
	const back = tracked(
		bytes,
		chosen.map(at => ({ at: `第${at}段`, delete: '', insert: `改${at}段` })),
	);
	const draft = new Draft(text, 'markdown');
	const before = memory();
	const { ms: spent, answer } = timed(() => returnedWord(back, draft));
	const taken = applyEdits(text, editsOf(answer?.proposals.filter(({ kind }) => kind === 'change') ?? []));
	const right = chosen.filter(at => taken.includes(`改${at}段[^n${at}]`)).length;
	return { ms: spent, memory: Math.max(0, memory() - before), right };
}
