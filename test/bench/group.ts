// How a group's library on an engine answers, class by class, beside a person's own index over the same passages: time, quality, and what
// happens when machines fail. `npm run bench -- group --nodes 3 --passages 20000,100000` starts nodes of its own on the loopback, kills one
// while it is asked and while it is written to, and in the end all of them; `--server http://127.0.0.1:9200` asks one that runs.

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendTo } from '../../src/app/library/fetchEngine';
import { Pusher } from '../../src/app/library/push';
import type { PassageLibrary } from '../../src/core/search/index/engine';
import { LocalIndex } from '../../src/core/search/index/localIndex';
import { MemoryStore } from '../../src/core/search/index/store';
import type { Send } from '../../src/core/search/library/transport';
import { offeredOf } from '../../src/core/search/offeredDocuments';
import { listDocuments } from '../../src/workers/index/folders';
import { Cluster } from './cluster';
import { checker, Client, clients, clock, target, together } from './groupClients';
import { printGrowth, type Grown } from './groupGrowth';
import { allKilled, killedWhileAsked, killedWhileWritten } from './groupFailures';
import { bare, kinds, makeLibrary, type LibraryQuery, type Queries } from './libraryCorpus';
import { ms, percentile, printTable, progress, type Target } from './report';
import type { Source } from './source';

/** Passages that are written at most while a machine fails. */
const mostWritten = 10_000;

/** Queries of each class: 40, or as many as `--queries` says where the machine has much else to do. */
const queriesEach = () => Number(given('queries') ?? 40);

function given(name: string): string | undefined {
	const at = process.argv.indexOf(`--${name}`);
	return at < 0 ? undefined : process.argv[at + 1];
}

/** Milliseconds of each query, and in how many of them the first ten had what was meant. */
async function asked(library: PassageLibrary, queries: readonly LibraryQuery[]) {
	const times: number[] = [];
	let found = 0;
	for (const { typed, instead = [], meant } of queries) {
		const begin = performance.now();
		const hits = await library.search({ text: typed, instead, limit: 10 });
		times.push(performance.now() - begin);
		if (hits.some(hit => meant.some(words => bare(hit.text).includes(words)))) found++;
	}
	return { times, recall: found / queries.length };
}

/** Class by class, one after the other; how many classes the engine finds less of than the own index. */
async function classByClass(own: PassageLibrary, engine: PassageLibrary, queries: Queries): Promise<readonly string[]> {
	const rows: string[][] = [];
	const behind: string[] = [];
	for (const kind of kinds) {
		// Once before: what is asked first also warms up.
		await asked(engine, queries[kind].slice(0, 5));
		const [here, there] = [await asked(own, queries[kind]), await asked(engine, queries[kind])];
		if (there.recall < here.recall) behind.push(kind);
		const cells = [here, there].flatMap(({ times, recall }) => [
			ms(percentile(times, 0.5)),
			ms(percentile(times, 0.95)),
			recall.toFixed(2),
		]);
		rows.push([kind, ...cells]);
	}
	printTable(['', 'own p50', 'p95', 'R@10', 'engine p50', 'p95', 'R@10'], rows);
	return behind;
}

/** Milliseconds of each search, all classes mixed, by so many people at once. */
function mixedSearches(address: string, index: string, queries: Queries, people: number): Promise<number[]> {
	const mixed = kinds.flatMap(kind => queries[kind]).sort((a, b) => (bare(a.typed) < bare(b.typed) ? -1 : 1));
	const client = () => {
		const one = new Client(address, index);
		return async (query: LibraryQuery) => void (await one.places(query));
	};
	return together(mixed, client, people);
}

/** Milliseconds of what is told of words over the whole library: in how many documents they stand, and when. */
async function statisticsOf(library: PassageLibrary, queries: Queries) {
	const words = [...new Set(queries['two characters'].map(({ typed }) => typed))];
	const timesOf = async (ask: (typed: string) => Promise<unknown>) => {
		const times: number[] = [];
		let unanswered = 0;
		for (const typed of words) {
			const begin = performance.now();
			// After ten seconds it is given up, as in the editor.
			await ask(typed).catch(() => unanswered++);
			times.push(performance.now() - begin);
		}
		if (unanswered > 0) console.log(`${unanswered} of ${words.length} counts were not answered in time`);
		return times;
	};
	return {
		'documents of a word, one client': await timesOf(typed => library.mention(typed)),
		'timeline of a word, one client': await timesOf(typed => library.timeline(typed)),
	};
}

/** How long one person and ten at once wait for searches, and ten for sentences that are checked. */
async function waitsOf(address: string, index: string, queries: Queries) {
	// Once before: a Java machine that has just started is slow at whatever is asked first.
	await mixedSearches(address, index, queries, clients);
	const alone = await mixedSearches(address, index, queries, 1);
	const searches = await mixedSearches(address, index, queries, clients);
	const unfound = new Set<string>();
	const sentences = queries['misquoted sentence'].map(({ typed }) => typed);
	const checks = await together(sentences, () => {
		const check = checker(new Client(address, index).library);
		return async sentence => {
			if (!(await check(sentence)).some(code => code !== 'quotation.unknown')) unfound.add(sentence);
		};
	});
	console.log(
		`${clients} people at once: ${searches.length} searches, ${checks.length} sentences checked, ${unfound.size} not found`,
	);
	const statistics = await statisticsOf(new Client(address, index).library, queries);
	const kept = {
		'search, one client': alone,
		[`search, ${clients} clients`]: searches,
		[`sentence, ${clients} clients`]: checks,
		...statistics,
	};
	return Object.fromEntries(
		Object.entries(kept).flatMap(([name, all]) => [
			[`${name}, p50`, percentile(all, 0.5)],
			[`${name}, p95`, percentile(all, 0.95)],
		]),
	);
}

/** One size: pushed, asked, and where there are nodes of our own, made to fail. */
async function measured(source: Source, size: number, server: string, cluster: Cluster | undefined) {
	const folder = mkdtempSync(join(tmpdir(), 'policy-writing-group-'));
	const index = `bench-${size}`;
	const send = sendTo(server);
	try {
		const { queries, mean } = makeLibrary(source, size, folder, queriesEach());
		progress(`pushing ${size} passages`);
		let requests = 0;
		const counting: Send = (request, signal) => {
			requests++;
			return send(request, signal);
		};
		const begin = performance.now();
		const nodes = cluster?.count ?? 1;
		const options = { index, shards: nodes, replicas: Math.min(1, nodes - 1) };
		const pushed = await new Pusher(counting, clock, options).push(offeredOf(await listDocuments([folder])));
		const seconds = (performance.now() - begin) / 1000;
		await cluster?.healthy(nodes);
		console.log(
			`\n${size} passages of ${mean.toFixed(0)} characters: ${pushed.passages} pushed in ${seconds.toFixed(1)} s`,
		);
		const own = new LocalIndex({ store: new MemoryStore(), list: listDocuments, pause: () => Promise.resolve() });
		await own.sync([folder]);
		// Asked by one who waits: on a machine that does much else an answer may take longer than the editor would wait.
		const behind = await classByClass(own, new Client(server, index).library, queries);
		const waits = await waitsOf(server, index, queries);
		const [search = NaN, check = NaN] = [
			waits[`search, ${clients} clients, p95`],
			waits[`sentence, ${clients} clients, p95`],
		];
		console.log(`Load of the machine after: ${loads()}.`);
		for (const [name, wait] of Object.entries(waits)) console.log(`  ${name}: ${ms(wait)} ms`);
		const grown: Grown = { passages: size, seconds, requests, bytes: await cluster?.bytes(index), waits };
		const targets: Target[] = [
			target(`${size}: classes behind the own index in recall@10`, 'none', behind.join(', ') || 'none', !behind.length),
			target(`${size}: p95 of a search, ${clients} people`, '≤ 50 ms', `${ms(search)} ms`, search <= 50),
			target(`${size}: p95 of a checked sentence, ${clients} people`, '≤ 150 ms', `${ms(check)} ms`, check <= 150),
		];
		if (cluster && nodes > 2) targets.push(await killedWhileAsked(cluster, index, queries));
		return { targets, grown, own };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Over the last minute, five and fifteen. */
function loads(): string {
	return loadavg()
		.map(one => one.toFixed(1))
		.join(', ');
}

export async function benchGroup(source: Source): Promise<Target[]> {
	const [server, nodes] = [given('server'), Number(given('nodes') ?? 0)];
	if (server === undefined && !(nodes > 0)) {
		console.log('\nA group’s library: not measured without --nodes <n> (Java 17, Maven) or --server <address>.');
		return [];
	}
	const sizes = (given('passages') ?? given('size') ?? '20000').split(',').map(Number);
	console.log(`Load of the machine before: ${loads()} on ${cpus().length} processors.`);
	progress(server === undefined ? `starting ${nodes} nodes` : `asking ${server}`);
	const cluster = server === undefined ? await Cluster.start(nodes) : undefined;
	try {
		const address = server ?? cluster?.address(0) ?? '';
		const targets: Target[] = [];
		const growth: Grown[] = [];
		let own: LocalIndex | undefined;
		for (const size of sizes) {
			const one = await measured(source, size, address, cluster);
			targets.push(...one.targets);
			growth.push(one.grown);
			own = one.own;
		}
		printGrowth(growth);
		if (!cluster || nodes < 3 || !own) return targets;
		targets.push(await killedWhileWritten(cluster, source, Math.min(mostWritten, (sizes[0] ?? 0) / 2)));
		targets.push(await allKilled(cluster, `bench-${sizes.at(-1) ?? 0}`, own));
		return targets;
	} finally {
		await cluster?.close();
	}
}
