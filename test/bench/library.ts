// How a library of a person's documents is searched, against four other engines over the same passages: time,
// quality, memory, disk, ticks.

import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cost, Task } from './libraryChild';
import { kinds, makeLibrary, type Kind } from './libraryCorpus';
import type { EngineName } from './libraryEngines';
import { mean, ms, percentile, printTable, progress, times, type Target } from './report';
import type { Source } from './source';

/** What the table of measured designs says of 100,000 passages: how many times quicker than plain Fuse, p95. Half of it is to be reached. */
const quicker: Partial<Record<Kind, number>> = {
	'exact, 4–8 characters': 4071,
	'two characters': 3295,
	'two words': 323,
	'one wrong character': 352,
	'misquoted sentence': 6014,
};
const others: readonly EngineName[] = ['scan', 'sqlite', 'minisearch', 'fuse'];
const titles: Readonly<Record<EngineName, string>> = {
	scan: 'naive scan',
	sqlite: 'SQLite FTS5',
	minisearch: 'MiniSearch',
	fuse: 'plain Fuse',
};
/** Engines that are not asked above so many passages, and why. */
const tooMuch: Partial<Record<EngineName, string>> = {
	minisearch: 'its index of pairs takes about 1 GB for 100,000 passages and does not fit into memory here',
	fuse: 'it walks all text for every query: ten times what it takes for 100,000 passages, up to minutes a query',
};
const queriesEach = 20;
/** Plain Fuse takes up to half a minute a query. */
const fuseEach = 4;

/** What may be given behind `--`: `--size 1000000`, `--only scan,fuse` (engines to compare with). */
function given(name: string): string | undefined {
	const at = process.argv.indexOf(`--${name}`);
	return at < 0 ? undefined : process.argv[at + 1];
}

export async function benchLibrary(source: Source): Promise<Target[]> {
	const size = Number(given('size') ?? 100_000);
	const wanted = given('only')?.split(',') ?? others;
	const folder = mkdtempSync(join(tmpdir(), 'policy-writing-library-'));
	try {
		progress(`writing ${size} passages as documents`);
		const pack = join(folder, 'pack');
		const { queries, mean: length } = makeLibrary(source, size, pack, queriesEach);
		const here = dirname(fileURLToPath(import.meta.url));
		const run = async (what: Task['do'], each: number, repeats: number): Promise<Cost> => {
			progress(`${size} passages: ${what}`);
			const room = join(folder, what === 'build' || what === 'ask' ? 'index' : what);
			mkdirSync(room, { recursive: true });
			const task: Task = {
				do: what,
				root: source.root,
				pack,
				folder: room,
				script: join(here, 'index.cjs'),
				queries,
				each,
				repeats,
			};
			writeFileSync(join(folder, 'task.json'), JSON.stringify(task));
			return await child(join(here, 'libraryChild.mjs'), join(folder, 'task.json'));
		};
		const built = await run('build', 0, 0);
		const ours = await run('ask', queriesEach, 15);
		progress(
			`built in ${(built.build! / 1000).toFixed(1)} s, ${(built.peak / 1e6).toFixed(0)} MB at most; loaded in ${ours.load!.toFixed(0)} ms, ${(ours.memory / 1e6).toFixed(0)} MB`,
		);
		const costs = new Map<EngineName, Cost>();
		for (const name of others) {
			if (!wanted.includes(name)) continue;
			const reason = size > 200_000 ? tooMuch[name] : undefined;
			if (reason) console.log(`${titles[name]} is left out: ${reason}.`);
			else
				await run(name, name === 'fuse' ? fuseEach : queriesEach, name === 'fuse' ? 1 : 7).then(
					cost => costs.set(name, cost),
					(error: unknown) => console.log(`${titles[name]}: ${String(error)}`),
				);
		}
		console.log(
			`\nA library of ${size} passages, mean ${length.toFixed(0)} characters; every engine in a process of its own, queries of a kind: ${queriesEach} (Fuse: ${fuseEach})`,
		);
		return report(size, built, ours, costs);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function child(script: string, task: string): Promise<Cost> {
	return new Promise((resolve, reject) => {
		let cost: Cost | undefined;
		const made = fork(script, [task], { execArgv: ['--max-old-space-size=6144'] });
		made.on('message', message => {
			cost = message as Cost;
		});
		made.on('error', reject);
		made.on('exit', code =>
			cost ? resolve(cost) : reject(new Error(`the engine ended with ${code} before it told what it cost`)),
		);
	});
}

function report(size: number, built: Cost, ours: Cost, costs: ReadonlyMap<EngineName, Cost>): Target[] {
	const mb = (bytes: number | undefined): string => (bytes === undefined ? '–' : (bytes / 1e6).toFixed(0));
	const scan = costs.get('scan');
	printTable(
		['engine', 'build s', 'disk MB', 'memory MB', 'peak MB', 'load ms'],
		[
			[
				'ours',
				(built.build! / 1000).toFixed(1),
				mb(built.size),
				mb(ours.memory),
				`${mb(built.peak)} building, ${mb(ours.peak)} after`,
				ours.load!.toFixed(0),
			],
			...[...costs].map(([name, cost]) => [
				titles[name],
				(cost.build! / 1000).toFixed(1),
				mb(cost.size),
				mb(cost.memory),
				mb(cost.peak),
				cost.size === undefined ? 'built anew' : '–',
			]),
		],
	);
	const all = new Map<string, Cost>([
		['ours', ours],
		...[...costs].map(([name, cost]) => [titles[name], cost] as const),
	]);
	const rows: string[][] = [];
	const targets: Target[] = [];
	const add = (name: string, wants: string, measured: string, reached: boolean) =>
		targets.push({ name: `library of ${size}, ${name}`, wanted: wants, measured, reached });
	for (const kind of kinds) {
		const own = ours.kinds![kind];
		const p95 = percentile(own.ms, 0.95);
		for (const [name, cost] of all) {
			const { ms: took, rank } = cost.kinds![kind];
			const other = percentile(took, 0.95);
			rows.push([
				name === 'ours' ? kind : '',
				name,
				scan ? recallOf(cost, scan, kind).toFixed(2) : '–',
				mean(rank).toFixed(2),
				`${ms(percentile(took, 0.5))} / ${ms(other)}`,
				name === 'ours' ? '' : times(other / p95),
			]);
		}
		const recall = recallOf(ours, scan, kind);
		const fuse = costs.get('fuse');
		if (fuse && quicker[kind] !== undefined && size === 100_000) {
			const ratio = percentile(fuse.kinds![kind].ms, 0.95) / p95;
			add(`${kind}, p95 against plain Fuse`, `≥ ${quicker[kind] / 2}×`, times(ratio), ratio >= quicker[kind] / 2);
		}
		if (scan && size >= 1_000_000) {
			const ratio = p95 / percentile(scan.kinds![kind].ms, 0.95);
			add(`${kind}, p95 against a naive scan`, '≤ 0.50×', `${ratio.toFixed(2)}×`, ratio <= 0.5);
		}
		if (scan && kind === 'exact, 4–8 characters')
			add(`${kind}, recall@10`, '≥ 0.99', recall.toFixed(3), recall >= 0.99);
		if (scan && kind === 'one wrong character') add(`${kind}, recall@10`, '≥ 0.85', recall.toFixed(3), recall >= 0.85);
	}
	printTable(['query', 'engine', 'recall@10', 'MRR', 'p50 / p95 ms', 'p95 to ours'], rows);
	console.log(
		'A query counts with the best of its runs, long ones with the time of the processor. Ours is timed from asking in one thread to having the answer of the other; pinyin is given to the others as it is typed.',
	);
	const late = (cost: Cost): number => cost.ticks!.busy - cost.ticks!.idle;
	console.log(
		`A document of 50 passages is taken in and found in ${ours.update!.toFixed(0)} ms. Timer of the asking thread, p99 ms late: idle ${ms(built.ticks!.idle)} → indexing ${ms(built.ticks!.busy)}; idle ${ms(ours.ticks!.idle)} → searching ${ms(ours.ticks!.busy)}.`,
	);
	add(
		'tick p99 while indexing',
		'≤ idle + 5 ms',
		`${late(built) < 0 ? '' : '+ '}${late(built).toFixed(1)} ms`,
		late(built) <= 5,
	);
	add(
		'tick p99 while searching',
		'≤ idle + 5 ms',
		`${late(ours) < 0 ? '' : '+ '}${late(ours).toFixed(1)} ms`,
		late(ours) <= 5,
	);
	if (size >= 1_000_000) {
		add('memory of the process', '≤ 150 MB', `${mb(ours.memory)} MB`, ours.memory <= 150e6);
		add('memory of the process while building', '≤ 250 MB', `${mb(built.peak)} MB`, built.peak <= 250e6);
		add('load', '≤ 200 ms', `${ours.load!.toFixed(0)} ms`, ours.load! <= 200);
	}
	return targets;
}

/** Relevant ones among the first ten, of those that could be there; only the scan knows how many. */
function recallOf(cost: Cost, scan: Cost | undefined, kind: Kind): number {
	return mean(
		cost.kinds![kind].recall.map((found, at) => {
			const there = scan?.counts?.[kind][at];
			return there === 0 ? 1 : found / Math.min(10, there ?? 10);
		}),
	);
}
