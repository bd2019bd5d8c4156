// How a group's library on an engine answers, class by class, beside a person's own index over the same passages: time, quality, and what
// happens when machines fail. `npm run bench -- group --nodes 3 --passages 20000,100000` starts nodes of its own on the loopback, pushes what
// each size lacks, kills a node while it is asked and one while it is written to, and in the end all of them; `--server http://127.0.0.1:9200`
// asks one that runs. `--heap 1536`: megabytes of each node; `--minutes 30`: it grows no longer than that; `--merge`: asked once more after all
// parts are made one piece.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sendTo } from '../../src/app/library/fetchEngine';
import { Pusher, type PushAnswer } from '../../src/app/library/push';
import type { PassageLibrary } from '../../src/core/search/index/engine';
import type { Send } from '../../src/core/search/library/transport';
import { offeredOf } from '../../src/core/search/offeredDocuments';
import { listDocuments } from '../../src/workers/index/folders';
import { startIndex } from '../../src/workers/index/start';
import { Cluster } from './cluster';
import { Client, clients, clock, target } from './groupClients';
import { printGrowth, type Grown } from './groupGrowth';
import { allKilled, killedWhileAsked, killedWhileWritten } from './groupFailures';
import { classByClass, loads, waitsOf } from './groupMeasures';
import { GrowingLibrary, type MadeLibrary, type Queries } from './libraryCorpus';
import { ms, progress, type Target } from './report';
import type { Source } from './source';

/** Passages that are written at most while a machine fails. */
const mostWritten = 10_000;
/** The name of the index. */
const index = 'bench';

function given(name: string): string | undefined {
	const at = process.argv.indexOf(`--${name}`);
	return at < 0 ? undefined : process.argv[at + 1];
}

/** Passages that are made and pushed at once. */
const step = 50_000;
/** Minutes after which it grows no more, and after which nothing long is begun. */
const [grownUntil, mergedUntil] = [Number(given('minutes') ?? Infinity), Number(given('minutes') ?? Infinity) + 20];
const begun = performance.now();

function isLate(minutes = grownUntil): boolean {
	return performance.now() - begun > minutes * 60_000;
}

/** All sizes at which growing to some sizes may end. */
function stepsTo(sizes: readonly number[]): number[] {
	const all = new Set(sizes);
	let at = 0;
	for (const size of sizes) for (; at < size; at = Math.min(size, at + step)) all.add(at);
	all.delete(0);
	return [...all];
}

/** A push: what came of it, in how many seconds and requests. */
interface Pushed {
	readonly answer: PushAnswer;
	readonly seconds: number;
	readonly requests: number;
}

class GroupBench {
	readonly targets: Target[] = [];
	readonly growth: Grown[] = [];
	private readonly folder = mkdtempSync(join(tmpdir(), 'policy-writing-group-'));
	private readonly packs: string[] = [];
	private readonly own = startIndex(join(dirname(fileURLToPath(import.meta.url)), 'index.cjs'), this.madeFolder('own'));
	private readonly library: GrowingLibrary;
	/** Those at the size that was reached. */
	private queries: Queries | undefined;
	/** Queries of each class: 40, or as many as `--queries` says where the machine has much else to do. */
	private readonly each = Number(given('queries') ?? 40);

	constructor(
		source: Source,
		sizes: readonly number[],
		private readonly server: string,
		private readonly cluster: Cluster | undefined,
	) {
		this.library = new GrowingLibrary(source, stepsTo(sizes), this.each);
	}

	/** Brings the library to a size, or as far as there is time, there and here, and asks. */
	async at(size: number): Promise<void> {
		const grown = { pushed: 0, seconds: 0, requests: 0 };
		let made: MadeLibrary | undefined;
		while (this.library.size < size && !isLate()) {
			const pack = this.madeFolder(`pack-${this.library.size}`);
			made = this.library.growInto(pack, Math.min(size, this.library.size + step));
			this.packs.push(pack);
			const { seconds, answer, requests } = await this.filled(pack);
			console.log(
				`${this.library.size} are there, ${(answer.passages / seconds).toFixed(0)} a second, load ${loads()}`,
			);
			grown.pushed += answer.passages;
			grown.seconds += seconds;
			grown.requests += requests;
		}
		if (!made) return;
		const passages = this.library.size;
		console.log(
			`\n${passages} passages of ${made.mean.toFixed(0)} characters: ${grown.pushed} pushed in ${grown.seconds.toFixed(0)} s`,
		);
		const copied = await this.copied();
		if (copied !== undefined) console.log(`  copied to another node in ${copied.toFixed(0)} s`);
		await this.takenIn();
		const bytes = await this.cluster?.bytes(index);
		if (bytes) console.log(`  one copy ${mb(bytes.one)} MB, all ${mb(bytes.all)} MB`);
		this.queries = made.queries;
		const waits = await this.asked(String(passages));
		this.growth.push({ passages, ...grown, bytes: bytes?.all, waits });
	}

	/** Makes machines fail: one while it is asked, one while it is written to, and then all. */
	async failures(cluster: Cluster): Promise<void> {
		if (!this.queries) return;
		const before = this.library.size;
		this.targets.push(await killedWhileAsked(cluster, index, this.queries));
		const pack = this.madeFolder('written');
		this.library.growInto(pack, before + Math.min(mostWritten, before / 2));
		this.targets.push(await killedWhileWritten(cluster, index, pack, this.library.size - before, before));
		if (process.argv.includes('--merge') && !isLate(mergedUntil)) {
			await this.merged(cluster);
			await this.asked(`${this.library.size}, merged`);
		}
		this.targets.push(await allKilled(cluster, index, this.own));
	}

	async close(): Promise<void> {
		await this.own.close();
		rmSync(this.folder, { recursive: true, force: true });
	}

	private async push(pack: string): Promise<Pushed> {
		let requests = 0;
		const send = sendTo(this.server);
		const counting: Send = (request, signal) => {
			requests++;
			return send(request, signal);
		};
		const begin = performance.now();
		const answer = await this.pusher(counting).push(offeredOf(await listDocuments([pack])));
		return { answer, requests, seconds: (performance.now() - begin) / 1000 };
	}

	private pusher(send: Send): Pusher {
		return new Pusher(send, clock, { index, shards: this.cluster?.count ?? 1, replicas: 0 });
	}

	/** Pushes as who fills a library first would: without copies, and without having new passages found before the end. */
	private async filled(pack: string): Promise<Pushed> {
		if (!this.cluster) return this.push(pack);
		await this.pusher(sendTo(this.server)).push([]);
		await this.cluster.set(index, { 'index.number_of_replicas': 0, 'index.refresh_interval': '-1' });
		const pushed = await this.push(pack);
		await this.cluster.set(index, { 'index.refresh_interval': null });
		return pushed;
	}

	/** Has every part copied to another node; the seconds that takes. */
	private async copied(): Promise<number | undefined> {
		if (!this.cluster || this.cluster.count < 2) return undefined;
		const begin = performance.now();
		await this.cluster.set(index, { 'index.number_of_replicas': 1 });
		await this.cluster.healthy(this.cluster.count);
		return (performance.now() - begin) / 1000;
	}

	/** Takes what is new into the own index. */
	private async takenIn(): Promise<void> {
		const begin = performance.now();
		const { passages, bytes } = await this.own.sync(this.packs);
		const seconds = (performance.now() - begin) / 1000;
		console.log(`  own index: ${passages} passages in ${seconds.toFixed(1)} s, ${mb(bytes)} MB; load ${loads()}`);
	}

	private async merged(cluster: Cluster): Promise<void> {
		progress(`making each part one piece, load ${loads()}`);
		const begin = performance.now();
		await cluster.merge(index);
		const { one, all } = await cluster.bytes(index);
		const seconds = ((performance.now() - begin) / 1000).toFixed(0);
		console.log(`  merged in ${seconds} s: one copy ${mb(one)} MB, all ${mb(all)} MB, load ${loads()}`);
	}

	/** Asks all classes, beside the own index and by ten people. */
	private async asked(name: string): Promise<Record<string, number>> {
		const { queries } = this;
		if (!queries) return {};
		// Asked by one who waits: on a machine that does much else an answer may take longer than the editor would wait.
		const library: PassageLibrary = new Client(this.server, index).library;
		const { lessFound, quicker } = await classByClass(this.own, library, queries);
		const waits = await waitsOf(this.server, index, queries);
		const search = waits[`search, ${clients} clients, p95`] ?? NaN;
		const check = waits[`sentence, ${clients} clients, p95`] ?? NaN;
		const none = (classes: readonly string[]) => classes.join(', ') || 'none';
		this.targets.push(
			target(`${name}: engine behind in recall@10`, 'none', none(lessFound), lessFound.length === 0),
			target(`${name}: engine ahead in p95`, 'none', none(quicker), quicker.length === 0),
			target(`${name}: p95 of a search, ${clients} people`, '≤ 50 ms', `${ms(search)} ms`, search <= 50),
			target(`${name}: p95 of a checked sentence, ${clients} people`, '≤ 150 ms', `${ms(check)} ms`, check <= 150),
		);
		return waits;
	}

	private madeFolder(name: string): string {
		const folder = join(this.folder, name);
		mkdirSync(folder);
		return folder;
	}
}

const mb = (bytes: number) => (bytes / 1e6).toFixed(0);

export async function benchGroup(source: Source): Promise<Target[]> {
	const [server, nodes] = [given('server'), Number(given('nodes') ?? 0)];
	if (server === undefined && !(nodes > 0)) {
		console.log('\nA group’s library: not measured without --nodes <n> (Java 17, Maven) or --server <address>.');
		return [];
	}
	const sizes = (given('passages') ?? given('size') ?? '20000').split(',').map(Number);
	console.log(`Load of the machine before: ${loads()} on ${cpus().length} processors.`);
	progress(server === undefined ? `starting ${nodes} nodes` : `asking ${server}`);
	// Files are mapped, and copied at once, as on machines that do nothing else.
	const settings = ['node.store.allow_mmap=true', 'indices.recovery.max_bytes_per_sec=400mb'];
	const heap = Number(given('heap') ?? 512);
	const cluster = server === undefined ? await Cluster.start(nodes, { heap, settings }) : undefined;
	const bench = new GroupBench(source, sizes, server ?? cluster?.address(0) ?? '', cluster);
	try {
		for (const size of sizes) await bench.at(size);
		printGrowth(bench.growth);
		if (cluster && nodes > 2) await bench.failures(cluster);
		return bench.targets;
	} finally {
		await bench.close();
		await cluster?.close();
	}
}
