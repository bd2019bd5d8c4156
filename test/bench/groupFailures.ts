// What becomes of a group's library when its machines fail: one while it is asked, one while it is written to, all of them.

import type { PassageLibrary } from '../../src/core/search/index/engine';
import { offeredOf } from '../../src/core/search/offeredDocuments';
import { listDocuments } from '../../src/workers/index/folders';
import type { Cluster } from './cluster';
import { Client, clock, opened, target, together } from './groupClients';
import { loads } from './groupMeasures';
import { each, kinds, type LibraryQuery, type Queries } from './libraryCorpus';
import { ms, progress, type Target } from './report';

/** How many times a push is tried until it comes through. */
const mostPushes = 60;
/** Of so many questions, the machine fails at this one. */
const failAt = 0.3;

/** A machine fails while ten people ask: answers that are not said to lack something are as before. */
export async function killedWhileAsked(cluster: Cluster, index: string, queries: Queries): Promise<Target> {
	progress(`one node is killed during search, load ${loads()}`);
	const all = kinds.flatMap(kind => queries[kind]);
	const before = new Map<LibraryQuery, string>();
	await together(all, () => {
		const client = new Client(cluster.address(0), index);
		return async query => void before.set(query, String(await client.places(query)));
	});
	const counts = { whole: 0, missing: 0, wrong: 0 };
	const tasks = [...all, ...all, ...all];
	let asked = 0;
	let killing: Promise<void> | undefined;
	await together(tasks, () => {
		const client = new Client(cluster.address(0), index);
		return async query => {
			if (++asked > failAt * tasks.length) killing ??= cluster.kill(2);
			const places = await client.places(query);
			if (!places) counts.missing++;
			else if (String(places) === before.get(query)) counts.whole++;
			else counts.wrong++;
		};
	});
	await killing;
	await cluster.restart(2);
	await cluster.healthy(cluster.count);
	const said = `${counts.wrong} wrong, ${counts.missing} said to lack something, ${counts.whole} whole`;
	return target(`a node killed during search`, '0 wrong', said, counts.wrong === 0);
}

/**
 * A machine fails while documents are pushed to a library that has some already, with a copy of each; what is broken
 * off is pushed again until it is through.
 */
export async function killedWhileWritten(
	cluster: Cluster,
	index: string,
	pack: string,
	written: number,
	before: number,
): Promise<Target> {
	progress(`one node is killed during a push, load ${loads()}`);
	const connection = opened(cluster.address(0), index);
	const offers = offeredOf(await listDocuments([pack]));
	let killing: Promise<void> | undefined;
	const progressed = ({ done, total }: { readonly done: number; readonly total: number }) => {
		if (done > failAt * total) killing ??= cluster.kill(1);
	};
	let broken = 0;
	for (let tries = 1; ; tries++) {
		const answer = await connection
			.pusher({ progress: progressed })
			.push(offers)
			.catch(() => undefined);
		if (answer) break;
		broken++;
		if (tries === mostPushes) throw new Error('no push came through');
		await clock.wait(1000);
	}
	await killing;
	await cluster.restart(1);
	await cluster.healthy(cluster.count);
	const again = await connection.pusher({}).push(offers);
	const status = await connection.library.status();
	const wanted = { documents: (before + written) / each, passages: before + written };
	const isWhole =
		status.documents === wanted.documents && status.passages === wanted.passages && again.same.length === offers.length;
	const said = `${status.documents} documents, ${status.passages} passages, ${again.same.length} of ${offers.length} known again; pushes broken off: ${broken}`;
	return target(
		`a node killed during a push of ${written} passages`,
		`${wanted.documents} documents, ${wanted.passages} passages`,
		said,
		isWhole,
	);
}

/** All machines fail: one's own is answered, and within a second it is said what is missing. */
export async function allKilled(cluster: Cluster, index: string, own: PassageLibrary): Promise<Target> {
	progress('all nodes are killed');
	const connection = opened(cluster.address(0), index);
	const both = connection.with(own);
	await both.search({ text: '发展' });
	const here = await own.search({ text: '产业' });
	for (let at = 0; at < cluster.count; at++) await cluster.kill(at);
	const times: number[] = [];
	let isOwn = true;
	for (let nth = 0; nth < 5; nth++) {
		const begin = performance.now();
		const hits = await both.search({ text: '产业' });
		times.push(performance.now() - begin);
		isOwn &&= hits.length === here.length && hits.every(hit => hit.library === undefined);
	}
	const slowest = Math.max(...times);
	const said = `own ${isOwn ? 'answered' : 'NOT ANSWERED'}, ${connection.availability.away?.fault ?? 'nothing'} said, at most ${ms(slowest)} ms`;
	return target(
		'all nodes killed',
		'own answered, missing said, ≤ 1000 ms',
		said,
		isOwn && both.away !== undefined && slowest <= 1000,
	);
}
