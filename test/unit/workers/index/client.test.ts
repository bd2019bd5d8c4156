// Two threads that talk: answers reach who asked, cancelled questions are let go, a thread that dies takes nobody with it.
import { describe, expect, test } from 'vitest';
import type { IndexEngine, IndexUpdate } from '../../../../src/core/search/index/engine';
import { LocalIndex } from '../../../../src/core/search/index/localIndex';
import { MemoryStore } from '../../../../src/core/search/index/store';
import { IndexClient } from '../../../../src/workers/index/client';
import type { Port, Reply, Request } from '../../../../src/workers/index/protocol';
import { serve } from '../../../../src/workers/index/serve';
import { sample } from '../../search/index/documents';

const turn = () => new Promise<void>(resolve => void setImmediate(resolve));

/** A client over an engine in this thread; messages are copied, as they are between threads. `kill`: the other side is no more. */
function over(engine: () => IndexEngine): { client: IndexClient; kill: (why: string) => void; started: () => number } {
	let started = 0;
	let kill: (why: string) => void = () => undefined;
	const client = new IndexClient((): Port<Request, Reply> => {
		started++;
		let dead = false;
		let toHost: (reply: Reply) => void = () => undefined;
		let toThread: (request: Request) => void = () => undefined;
		serve(engine(), {
			post: reply =>
				void setImmediate(() => {
					if (!dead) toHost(structuredClone(reply));
				}),
			listen: heard => {
				toThread = heard;
			},
			end: () => undefined,
		});
		return {
			post: request => {
				const copy = structuredClone(request);
				setImmediate(() => {
					if (!dead) toThread(copy);
				});
			},
			listen(heard, ended) {
				toHost = heard;
				kill = why => {
					dead = true;
					ended(why);
				};
			},
			end: () => {
				dead = true;
			},
		};
	});
	return { client, kill: why => kill(why), started: () => started };
}

const local = () => new LocalIndex({ store: new MemoryStore(), list: () => Promise.resolve([]), pause: turn });

test('every question reaches the engine, and its answer comes back', async () => {
	const { client, started } = over(local);
	expect(started()).toBe(0);
	const told: number[] = [];
	expect(await client.change({ put: sample }, ({ total }) => told.push(total))).toMatchObject({ put: 3, documents: 3 });
	expect(told.at(-1)).toBe(3);
	const [hits, mention, timeline, paragraphs, status] = await Promise.all([
		client.search({ text: '新質生產力', limit: 5 }),
		client.mention('产业'),
		client.timeline('产业', { from: 2020 }),
		client.paragraphs('a.md', 2, 2),
		client.status(),
	]);
	expect(hits).toHaveLength(3);
	expect(mention.documents).toBe(3);
	expect(timeline.uses).toBe(2);
	expect(paragraphs).toEqual([sample[0]!.paragraphs[1]]);
	expect(status).toMatchObject({ documents: 3 });
	expect(await client.sync([])).toMatchObject({ removed: 3, documents: 0 });
	await client.close();
	expect(started()).toBe(1);
});

describe('cancelling', () => {
	const slow = (answered: { cancelled?: boolean }): IndexEngine =>
		Object.assign(local(), {
			search: async (_query: object, signal?: { readonly aborted: boolean }) => {
				while (!signal?.aborted) await turn();
				answered.cancelled = true;
				return [];
			},
			sync: async (_folders: readonly string[], _progress?: unknown, signal?: { readonly aborted: boolean }) => {
				while (!signal?.aborted) await turn();
				return { put: 7, cancelled: true } as IndexUpdate;
			},
		});

	test('a search is answered with nothing at once; the other thread is told', async () => {
		const answered: { cancelled?: boolean } = {};
		const { client } = over(() => slow(answered));
		const signal = { aborted: false };
		const search = client.search({ text: '新质' }, signal);
		signal.aborted = true;
		expect(await search).toEqual([]);
		await client.status();
		while (!answered.cancelled) await turn();
		expect(await client.search({ text: '新质' }, signal)).toEqual([]);
	});

	test('an update tells what it has done', async () => {
		const { client } = over(() => slow({}));
		const signal = { aborted: false };
		const update = client.sync([], undefined, signal);
		signal.aborted = true;
		expect(await update).toMatchObject({ put: 7, cancelled: true });
	});
});

test('an error of the engine reaches the one who asked; others go on', async () => {
	const { client } = over(() =>
		Object.assign(local(), {
			mention: () => Promise.reject(new Error('the disk is gone')),
			timeline: () => {
				throw new Error('at once');
			},
		}),
	);
	await expect(client.mention('产业')).rejects.toThrow('the disk is gone');
	await expect(client.timeline('产业')).rejects.toThrow('at once');
	expect(await client.status()).toMatchObject({ documents: 0 });
});

test('a thread that dies fails what it was asked; the next question starts another one', async () => {
	const { client, kill, started } = over(local);
	await client.status();
	const search = client.search({ text: '新质' });
	kill('out of memory');
	await expect(search).rejects.toThrow('out of memory');
	expect(await client.status()).toMatchObject({ documents: 0 });
	expect(started()).toBe(2);
});
