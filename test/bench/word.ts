// What it costs to hand a draft of 50,000 characters in as a Word file, in the thread that the editor starts, and to read
// it beside the draft when it has come back with its changes tracked.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { returnedWord, editsOf } from '../../src/app/word/returned';
import { notReady } from '../../src/app/ready';
import { finishedCopy } from '../../src/app/word/finishedCopy';
import { wordFile } from '../../src/app/word/wordFile';
import { nodeFiles } from '../../src/cli/nodeFiles';
import { Citing } from '../../src/core/citations/citing';
import type { FinishStyle } from '../../src/core/citations/edits/finish';
import { Draft } from '../../src/core/draft/draft';
import { applyEdits } from '../../src/core/draft/edit';
import type { WordLayout } from '../../src/core/word/manuscript';
import { structureFindings } from '../../src/core/review/structure/structure';
import { createWordTools } from '../../src/core/word/tools';
import { WordClient } from '../../src/workers/word/client';
import { startWord } from '../../src/workers/word/startNode';
import { tracked } from '../support/tracked';
import { memory, ms, percentile, printTable, progress, timed, type Target } from './report';
import { randomFrom, type Source } from './source';
import { characters, citingDraft, corpusOf, draftOf, paragraph } from './wordDraft';

const wanted = { write: 1500, tick: 5, stretch: 5, read: 1000, memory: 150 } as const;
/** How it is exported: footnotes, and numbers with a list. */
const exports = [
	['official', 'footnote'],
	['report', 'numeric'],
] as const;
/** Milliseconds between two looks at what the thread of the editor does meanwhile. */
const beat = 5;

interface Written {
	readonly bytes: Uint8Array;
	readonly ms: number;
	/** Milliseconds that the thread of the editor worked between two beats, p99; how late a beat came where that is not known. */
	readonly late: number;
	/** … and at most: what it did in one go. */
	readonly longest: number;
	/** MB that the process has more than before, threads and all, at most. */
	readonly memory: number;
}

/** The draft of an editor, which has been reviewed, and what it is to become. */
interface Wanted {
	readonly citing: Citing;
	readonly draft: Draft;
	readonly layout: WordLayout;
	readonly style: FinishStyle;
}

/** What the editor waits while something is done in a thread of its own, looked at every few milliseconds. */
async function watched(root: string, task: (client: WordClient) => Promise<Uint8Array>): Promise<Written> {
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
	let client: WordClient | undefined;
	try {
		client = new WordClient(startWord(root));
		const bytes = await task(client);
		// Time of the processor, all threads, where the machine does other things too.
		const { user, system } = process.cpuUsage(usage);
		const spent = Math.min(performance.now() - begin, (user + system) / 1000);
		await asked();
		return {
			bytes,
			ms: spent,
			late: percentile(ticks, 0.99),
			longest: Math.max(...ticks),
			memory: (peak - before) / 1e6,
		};
	} finally {
		clearInterval(timer);
		client?.end('stopped');
	}
}

/** Goes the whole way of the editor from the question whether a draft is ready to the bytes. */
function written(root: string, { citing, draft, layout, style }: Wanted): Promise<Written> {
	return watched(root, async client => {
		// Where the editor asks the person it has done with what stands before.
		notReady(draft, structureFindings(draft));
		await asked();
		citing.citesAny(draft);
		await asked();
		const places = { folder: undefined, roots: [] };
		const { bytes } = await wordFile(nodeFiles, citing, client, draft, { layout, style, options: {}, ...places });
		return bytes;
	});
}

/** The finished copy of a draft, as Markdown. */
function copied(root: string, { citing, draft, style }: Omit<Wanted, 'layout'>): Promise<Written> {
	return watched(root, async client => {
		const { copy } = await finishedCopy(citing, client, draft, style, {});
		return new TextEncoder().encode(copy.text);
	});
}

/** While a person reads a question, beats go on. */
function asked(): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, 4 * beat));
}

/** The draft as a review leaves it: its paragraphs, notes and keys are read. */
function reviewed(citing: Citing, text: string): Draft {
	const draft = new Draft(text, 'markdown');
	void draft.blocks;
	citing.check(draft);
	return draft;
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
	const corpus = corpusOf(source);
	const text = citingDraft(source, corpus);
	const idle = await idleTick();
	const rows: string[][] = [];
	const runs: Written[] = [];
	const tries = async (name: string, once: (citing: Citing) => Promise<Written>): Promise<void> => {
		progress(`Word, ${name}`);
		const all: Written[] = [];
		for (let at = 0; at < 3; at++) all.push(await once(new Citing(corpus)));
		const least = (of: (run: Written) => number) => Math.min(...all.map(of));
		const best: Written = {
			bytes: all[0]?.bytes ?? new Uint8Array(),
			ms: least(run => run.ms),
			late: least(run => run.late) - idle,
			longest: least(run => run.longest),
			memory: Math.max(...all.map(run => run.memory)),
		};
		runs.push(best);
		const size = (best.bytes.length / 1000).toFixed(0);
		rows.push([name, ms(best.ms), ms(best.late), ms(best.longest), best.memory.toFixed(0), size]);
	};
	for (const [layout, style] of exports)
		await tries(`export, ${layout}, ${style}`, citing =>
			written(source.root, { citing, draft: reviewed(citing, text), layout, style }),
		);
	for (const style of ['footnote', 'numeric', 'note'] as const)
		await tries(`finished copy, ${style}`, citing =>
			copied(source.root, { citing, draft: reviewed(citing, text), style }),
		);
	const plain = draftOf(source, () => ['', '']);
	const back = readBack(plain, await plainWord(plain));
	rows.push(['changes back', ms(back.ms), '', '', back.memory.toFixed(0), '']);
	const cites = new Citing(corpus).cites(new Draft(text, 'markdown')).length;
	console.log(
		`\nWord: a draft of ${text.length} characters with ${plain.split('[^n').length >> 1} notes and ${cites} citations`,
	);
	printTable(['', 'ms', 'tick p99 above idle, ms', 'longest own stretch, ms', 'MB', 'file, KB'], rows);
	const most = (of: (run: Written) => number) => Math.max(...runs.map(of));
	return [
		target(
			'a draft of 50,000 characters as a Word file, in a thread',
			most(run => run.ms),
			wanted.write,
			'ms',
		),
		target(
			'the editor meanwhile, tick p99 above idle',
			most(run => run.late),
			wanted.tick,
			'ms',
		),
		target(
			'the longest it does in one go',
			most(run => run.longest),
			wanted.stretch,
			'ms',
		),
		target(
			'memory of the process above what it had',
			most(run => run.memory),
			wanted.memory,
			'MB',
		),
		target('100 tracked changes read beside the draft', back.ms, wanted.read, 'ms'),
		{
			name: 'of them taken over as they were made',
			wanted: '100',
			measured: String(back.right),
			reached: back.right === 100,
		},
	];
}

/** A draft without citations as a Word file. */
async function plainWord(text: string): Promise<Uint8Array> {
	const tools = createWordTools();
	return (await tools.write(tools.read(text, 'markdown'), 'official', [])).bytes;
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
