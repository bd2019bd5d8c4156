// A process of its own for each engine, so that memory is that of one engine: builds it, asks it, tells what that
// cost.

import { readFileSync } from 'node:fs';
import { startIndex } from '../../src/workers/index/start';
import { readLibrary, bare, kinds, type Kind, type LibraryQuery, type Queries } from './libraryCorpus';
import { engineOf, type EngineName } from './libraryEngines';
import { percentile } from './report';

/** What a process is to do. */
export interface Task {
	readonly do: 'build' | 'ask' | EngineName;
	readonly root: string;
	/** The pack with the documents, */
	readonly pack: string;
	/** where the index lies, or any other room on the disk, */
	readonly folder: string;
	/** the script of the thread that holds the index. */
	readonly script: string;
	readonly queries: Queries;
	/** How many queries of each kind. */
	readonly each: number;
	/** How often each is asked. */
	readonly repeats: number;
}

/** What it cost; times in milliseconds, sizes in bytes. */
export interface Cost {
	readonly build?: number;
	readonly size?: number;
	readonly load?: number;
	/** Of the process, with its peak. */
	readonly memory: number;
	readonly peak: number;
	/** A document of 50 passages taken in, and the first answer after that. */
	readonly update?: number;
	/** 99th percentile of how late a timer is. */
	readonly ticks?: { readonly idle: number; readonly busy: number };
	readonly kinds?: Readonly<
		Record<
			Kind,
			{ readonly ms: readonly number[]; readonly recall: readonly number[]; readonly rank: readonly number[] }
		>
	>;
	/** How many passages are meant by each query, as a scan tells. */
	readonly counts?: Readonly<Record<Kind, readonly number[]>>;
}

const peak = (): number => process.resourceUsage().maxRSS * 1024;

/** How late a timer is, in this thread, while something goes on; several spells of it, so that idle ones can lie in between. */
class Ticks {
	private readonly late: number[] = [];

	async during<T>(work: () => Promise<T>): Promise<T> {
		let due = performance.now() + 5;
		const timer = setInterval(() => {
			const now = performance.now();
			this.late.push(Math.max(0, now - due));
			due = now + 5;
		}, 5);
		try {
			return await work();
		} finally {
			clearInterval(timer);
		}
	}

	get p99(): number {
		return percentile(this.late, 0.99);
	}
}

const wait = (ms: number): Promise<void> => new Promise(resolve => void setTimeout(resolve, ms));

/** Asks every query and tells of each its best time (the others are those of a machine that does other things, too) and what came of it. `relevant` counts are those of the scan, told later. */
async function ask(
	task: Task,
	search: (query: LibraryQuery, kind: Kind) => readonly string[] | Promise<readonly string[]>,
): Promise<NonNullable<Cost['kinds']>> {
	const told = {} as Record<Kind, { ms: number[]; recall: number[]; rank: number[] }>;
	for (const kind of kinds) {
		const own = (told[kind] = { ms: [] as number[], recall: [] as number[], rank: [] as number[] });
		for (const query of task.queries[kind].slice(0, task.each)) {
			const runs: number[] = [];
			let found: readonly string[] = [];
			for (let run = 0, spent = 0; run < task.repeats && spent < 1500; run++) {
				const usage = process.cpuUsage();
				const begin = performance.now();
				found = await search(query, kind);
				const clock = performance.now() - begin;
				const { user, system } = process.cpuUsage(usage);
				runs.push(clock < 50 ? clock : Math.min(clock, (user + system) / 1000));
				spent += clock;
			}
			own.ms.push(Math.min(...runs));
			const right = found.map(text => query.meant.every(word => bare(text).includes(word)));
			own.recall.push(right.filter(Boolean).length);
			own.rank.push(right.includes(true) ? 1 / (right.indexOf(true) + 1) : 0);
		}
	}
	return told;
}

async function build(task: Task): Promise<Cost> {
	const index = startIndex(task.script, task.folder);
	await index.status();
	const quiet = new Ticks();
	const busy = new Ticks();
	await quiet.during(() => wait(4000));
	const begin = performance.now();
	const { bytes, passages } = await busy.during(() => index.sync([task.pack]));
	const ms = performance.now() - begin;
	const told = { build: ms, size: bytes, memory: process.memoryUsage().rss, peak: peak() };
	await quiet.during(() => wait(4000));
	if (passages === 0) throw new Error('nothing was taken in');
	await index.close();
	return { ...told, ticks: { idle: quiet.p99, busy: busy.p99 } };
}

async function askShelf(task: Task): Promise<Cost> {
	const usage = process.cpuUsage();
	const begin = performance.now();
	const index = startIndex(task.script, task.folder);
	await index.status();
	// Starting the thread is part of it; what else the machine does is not.
	const { user, system } = process.cpuUsage(usage);
	const load = Math.min(performance.now() - begin, (user + system) / 1000);
	const search = async ({ typed, instead }: LibraryQuery) =>
		(await index.search({ text: typed, limit: 10, ...(instead ? { instead } : {}) })).map(hit => hit.text);
	// Not measured: the code is compiled, the pages of the disk are read once.
	await ask({ ...task, repeats: 1 }, search);
	const answers = await ask(task, search);
	const quiet = new Ticks();
	const busy = new Ticks();
	// In turns: what else the machine does changes from second to second.
	for (const kind of [...kinds, ...kinds]) {
		await quiet.during(() => wait(500));
		await busy.during(async () => {
			for (const until = performance.now() + 500; performance.now() < until;)
				for (const query of task.queries[kind]) await search(query);
		});
	}
	const memory = process.memoryUsage().rss;
	const paragraphs = Array.from({ length: 50 }, (_, at) => `第${at}段说的是新近收进来的一篇文章，加快形成新质生产力。`);
	const from = performance.now();
	await index.change({ put: [{ name: 'new', version: '1', source: 'new', title: '', paragraphs }] });
	const hits = await index.search({ text: '新近收进来的一篇文章' });
	const update = performance.now() - from;
	if (hits.length !== 10) throw new Error('a document that was taken in is not found');
	await index.change({ remove: ['new'] });
	const peaked = peak();
	await index.close();
	return { load, memory, peak: peaked, update, ticks: { idle: quiet.p99, busy: busy.p99 }, kinds: answers };
}

async function askOther(task: Task, name: EngineName): Promise<Cost> {
	const engine = engineOf(name, task.root, task.folder);
	const begin = performance.now();
	engine.build(readLibrary(task.pack));
	const ms = performance.now() - begin;
	const counts =
		engine.count &&
		(Object.fromEntries(
			kinds.map(kind => [kind, task.queries[kind].map(query => engine.count!(query))]),
		) as unknown as Record<Kind, number[]>);
	const answers = await ask(task, (query, kind) => engine.ask(query, kind));
	return {
		build: ms,
		memory: process.memoryUsage().rss,
		peak: peak(),
		kinds: answers,
		...(engine.size ? { size: engine.size() } : {}),
		...(counts ? { counts } : {}),
	};
}

const task = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Task;
const cost =
	task.do === 'build' ? await build(task) : task.do === 'ask' ? await askShelf(task) : await askOther(task, task.do);
process.send!(cost, () => process.exit(0));
