// A machine of the group's dies while it is searched and while it is written to, and another takes its place: no wrong answer, nothing lost,
// nothing there twice.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pusher } from '../../src/app/library/push';
import { sendTo } from '../../src/app/library/fetchEngine';
import type { IndexedDocument } from '../../src/core/search/index/engine';
import { GroupLibrary } from '../../src/core/search/library/groupLibrary';
import type { Send } from '../../src/core/search/library/transport';
import { Cluster } from '../bench/cluster';
import { Client, clock, together } from '../bench/groupClients';
import { offersOf } from '../contract/cases/groupLibrary';

/** Milliseconds: a machine has to start in the midst, on one that may do much else. */
const patience = 240_000;

let cluster: Cluster;
beforeAll(async () => {
	// One leads, the other may die: of two that lead neither could go on alone.
	cluster = await Cluster.start(2, { managers: 1 });
});
afterAll(() => cluster.close());

const crops = ['青稞', '小麦', '玉米', '水稻', '大豆', '油菜'];
const made = (name: string, paragraphs: number): IndexedDocument => ({
	name,
	version: '',
	source: name,
	title: name,
	date: '2024',
	paragraphs: Array.from(
		{ length: paragraphs },
		(_, at) => `${name}第${at + 1}段：${crops[at % crops.length] ?? ''}是主要粮食，饭碗要端在自己手里。`,
	),
});
const all = (count: number, paragraphs: number) =>
	Array.from({ length: count }, (_, nth) => made(`d${100 + nth}`, paragraphs));

const pusher = (index: string, send: Send) => new Pusher(send, clock, { index, shards: 2, replicas: 1 });
const opened = (index: string, at = 0) =>
	new GroupLibrary({ send: sendTo(cluster.address(at)), index, searchPatience: 30_000 });

/** Has what a dead machine held copied to the next one at once; else the engine waits a minute whether it comes back. */
async function copiedSoon(index: string): Promise<void> {
	await sendTo(cluster.address(0))({
		method: 'PUT',
		path: `/${index}/_settings`,
		body: { 'index.unassigned.node_left.delayed_timeout': '0' },
		patience: 30_000,
	});
}

/** The places of all passages that hold a word, page after page. */
async function placesOf(library: GroupLibrary, word: string): Promise<string[]> {
	const found: string[] = [];
	for (let from: number | undefined = 0; from !== undefined;) {
		const page: Awaited<ReturnType<GroupLibrary['passages']>> = await library.passages(word, {}, from);
		found.push(...page.passages.map(one => `${one.document} ${one.paragraph}`));
		from = page.next;
	}
	return found;
}

/** How many records a machine itself holds. */
async function heldBy(at: number, index: string): Promise<number> {
	const nodes = await cluster.get<{ readonly nodes: Readonly<Record<string, { readonly name: string }>> }>('/_nodes');
	const [id] = Object.entries(nodes.nodes).find(([, { name }]) => name === `node-${at}`) ?? [];
	return (await cluster.get<{ readonly count: number }>(`/${index}/_count?preference=_only_nodes:${id ?? ''}`)).count;
}

/** What is asked of a machine: it holds everything, and nothing twice. */
async function isWhole(at: number, index: string, documents: number, passages: number): Promise<void> {
	expect(await heldBy(at, index)).toBe(documents + passages);
	const library = opened(index, at);
	expect(await library.status()).toMatchObject({ documents, passages });
	const places = await placesOf(library, '主要粮食');
	expect(places).toHaveLength(passages);
	expect(new Set(places).size).toBe(passages);
}

test(
	'one dies while ten people search: no answer is wrong, and the other one answers all of it',
	async () => {
		const [documents, paragraphs] = [30, 12];
		await pusher('searched', sendTo(cluster.address(0))).push(offersOf(all(documents, paragraphs)));
		await copiedSoon('searched');
		await cluster.healthy(2);
		const typed = [...crops, '玉米 饭碗', '主要粮石', '饭碗端在自己手里', 'd104第3段', '没有种过'];
		const questions = typed.map(words => ({ typed: words, meant: [] }));
		const answers = async (client: Client, question: (typeof questions)[number]) =>
			(await client.places(question))?.join(' | ');
		const first = new Client(cluster.address(0), 'searched');
		const before = new Map<string, string | undefined>();
		for (const question of questions) before.set(question.typed, await answers(first, question));
		expect(before.get('青稞')).toContain('d100 1');
		const wrong: string[] = [];
		let asked = 0;
		let killing: Promise<void> | undefined;
		const ask = () => {
			const client = new Client(cluster.address(0), 'searched');
			return async (question: (typeof questions)[number]) => {
				if (++asked > 40) killing ??= cluster.kill(1);
				const found = await answers(client, question);
				// Nothing: it was said that something is missing.
				if (found !== undefined && found !== before.get(question.typed)) wrong.push(`${question.typed}: ${found}`);
			};
		};
		await together(Array.from({ length: 12 }, () => questions).flat(), ask);
		await killing;
		expect(killing).toBeDefined();
		expect(wrong).toEqual([]);
		for (const question of questions) expect(await answers(first, question)).toBe(before.get(question.typed));
		// Another one, which has nothing, takes its place.
		await cluster.replace(1);
		await cluster.healthy(2);
		for (const at of [0, 1]) await isWhole(at, 'searched', documents, documents * paragraphs);
	},
	patience,
);

test(
	'one dies while documents are pushed: nothing is lost, and nothing is there twice',
	async () => {
		const [documents, paragraphs] = [40, 150];
		const offers = offersOf(all(documents, paragraphs));
		const send = sendTo(cluster.address(0));
		let [writes, killed] = [0, undefined as Promise<void> | undefined];
		const failing: Send = (request, signal) => {
			// While the passages are written: their documents are known to be unfinished.
			if (request.path.endsWith('/_bulk') && ++writes === 3) killed = cluster.kill(1);
			return send(request, signal);
		};
		await pusher('written', send).push([]);
		await copiedSoon('written');
		await cluster.healthy(2);
		// What is broken off goes on with the next push.
		const outcome = () =>
			pusher('written', failing)
				.push(offers)
				.then(({ put, same }) => put.length + same.length, String);
		await expect.poll(outcome, { timeout: 120_000, interval: 500 }).toBe(documents);
		expect(killed).toBeDefined();
		await killed;
		expect(await pusher('written', send).push(offers)).toMatchObject({ put: [], passages: 0 });
		await isWhole(0, 'written', documents, documents * paragraphs);
	},
	patience,
);
