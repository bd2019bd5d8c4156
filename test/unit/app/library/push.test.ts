// Pushing many documents: few requests, each document told by itself, and nothing half written.
import { expect, test } from 'vitest';
import { Pusher, type PushOptions } from '../../../../src/app/library/push';
import { EngineError } from '../../../../src/core/search/library/transport';
import type { IndexedDocument } from '../../../../src/core/search/index/engine';
import { offersOf } from '../../../contract/cases/groupLibrary';
import { MemoryEngine } from '../../../support/memoryEngine';

const sentence = '青稞是高原的主要粮食，要把饭碗端在自己手里。';

/** A document whose words no other has. */
function made(nth: number, paragraphs = 3): IndexedDocument {
	const name = `d${nth}`;
	const texts = Array.from({ length: paragraphs }, (_, at) => `第${nth}篇第${at + 1}段：${sentence}`);
	return { name, version: '', source: name, title: name, date: '2024', paragraphs: texts };
}

const all = (count: number, paragraphs?: number) => Array.from({ length: count }, (_, nth) => made(nth, paragraphs));
const waits: number[] = [];
const clock = { now: () => 0, wait: (time: number) => Promise.resolve(void waits.push(time)) };
const push = (engine: MemoryEngine, documents: readonly IndexedDocument[], options: Partial<PushOptions> = {}) =>
	new Pusher(engine.send, clock, { index: 'g', ...options }).push(offersOf(documents));
const isBulk = (request: string) => request.endsWith('/_bulk');

test('a thousand documents take at most a request for twenty of them', async () => {
	const engine = new MemoryEngine();
	const answer = await push(engine, all(1000));
	expect(answer).toMatchObject({ passages: 3000, refused: [] });
	expect(answer.put).toHaveLength(1000);
	expect(engine.documents.size).toBe(1000);
	expect(engine.requests.length).toBeLessThanOrEqual(50);
});

test('a document that the engine does not take is told with why, and the others are there', async () => {
	const engine = new MemoryEngine();
	engine.refusing = id =>
		id === '2 d1' || id === '0 d2' ? { status: 400, error: { reason: 'immense term' } } : undefined;
	const answer = await push(engine, all(4));
	expect(answer.put).toEqual(['d0.md', 'd3.md']);
	expect(answer.refused.map(({ file }) => file)).toEqual(['d1.md', 'd2.md']);
	expect(answer.refused[0]?.reason).toContain('immense term');
	expect(answer.passages).toBe(6);
	// Nothing of those that were refused is left.
	engine.refusing = () => undefined;
	expect([...engine.documents]).toEqual([
		['d0', 3],
		['d3', 3],
	]);
	expect(await push(engine, all(4))).toMatchObject({ put: ['d1.md', 'd2.md'], same: ['d0.md', 'd3.md'] });
});

test('a request that one document spoils is sent in parts, and only that document is told', async () => {
	const engine = new MemoryEngine();
	engine.instead = ({ lines }) =>
		lines?.some(line => JSON.stringify(line).includes('d7"'))
			? { status: 400, body: { error: 'id is too long' } }
			: undefined;
	const answer = await push(engine, all(20));
	expect(answer.put).toHaveLength(19);
	expect(answer.refused).toMatchObject([{ file: 'd7.md' }]);
	expect(engine.documents.size).toBe(19);
});

test('where every request is wrong it ends soon', async () => {
	const engine = new MemoryEngine();
	engine.instead = ({ lines }) => (lines ? { status: 400, body: { error: 'no' } } : undefined);
	await expect(push(engine, all(1000))).rejects.toMatchObject({ fault: 'failed' });
	expect(engine.requests.length).toBeLessThan(300);
});

test('what a proxy finds too large is sent in parts, and is not tried again at that size', async () => {
	const engine = new MemoryEngine();
	engine.instead = ({ lines = [] }) => (lines.length > 40 ? { status: 413, body: '<html>' } : undefined);
	const answer = await push(engine, all(30, 10));
	expect(answer.put).toHaveLength(30);
	expect(engine.documents.size).toBe(30);
	// 360 records, at most twenty at a time, and what it takes to find that out once.
	expect(engine.requests.filter(isBulk).length).toBeLessThan(30);
});

test('a server that is too slow for what is sent at once gets less, and in the end is told of', async () => {
	const engine = new MemoryEngine();
	const slow = (most: number) => {
		engine.instead = ({ lines = [] }) => {
			if (lines.length > 2 * most) throw new EngineError('slow', 'no answer in time');
			return undefined;
		};
	};
	slow(150);
	expect(await push(engine, all(200))).toMatchObject({ passages: 600, refused: [] });
	expect(engine.documents.size).toBe(200);
	slow(10);
	await expect(push(engine, all(300))).rejects.toMatchObject({ fault: 'slow' });
});

test('what was written is found at the end, also where making it so takes longer than a request may', async () => {
	const engine = new MemoryEngine();
	let left = 3;
	engine.instead = ({ path }) => {
		if (path.endsWith('/_refresh') && left-- > 0) throw new EngineError('slow', 'no answer in time');
		return undefined;
	};
	expect(await push(engine, all(5))).toMatchObject({ passages: 15, cancelled: false });
	expect(engine.requests.filter(one => one.endsWith('/_refresh'))).toHaveLength(4);
	left = Infinity;
	await expect(push(engine, all(5))).rejects.toMatchObject({ fault: 'slow' });
});

test('records for which there is no room are sent once more, and only they', async () => {
	const engine = new MemoryEngine();
	const refused = new Map<string, number>();
	engine.refusing = id => {
		const times = refused.get(id) ?? 0;
		refused.set(id, times + 1);
		if (!id.endsWith('d1') || times > 1) return undefined;
		return { status: times === 0 ? 429 : 503, error: { type: 'x' } };
	};
	waits.length = 0;
	expect(await push(engine, all(3))).toMatchObject({ refused: [], passages: 9 });
	expect(Math.max(...waits)).toBeLessThanOrEqual(1000);
	expect(refused.get('1 d0')).toBe(1);
	expect(engine.documents.get('d1')).toBe(3);
});

/** An engine that says of one record that there is no room for it, so many times. */
function crowded(times: number): MemoryEngine {
	const engine = new MemoryEngine();
	let left = times;
	engine.refusing = id =>
		id === '1 d1' && left-- > 0
			? { status: 429, error: { type: 'circuit_breaking_exception', reason: 'Data too large' } }
			: undefined;
	return engine;
}

test('a server without room for minutes is waited for, and then told of with what it said', async () => {
	waits.length = 0;
	expect(await push(crowded(25), all(3))).toMatchObject({ refused: [], passages: 9 });
	const waited = waits.reduce((sum, time) => sum + time, 0);
	expect(waited).toBeGreaterThan(120_000);
	expect(Math.max(...waits)).toBeLessThan(10_000);
	const refused = push(crowded(Infinity), all(3)).catch(String);
	expect(await refused).toMatch(/busy.*no room.*Data too large/);
});

test('who stops a push does not wait minutes for a server without room', async () => {
	waits.length = 0;
	await expect(push(crowded(Infinity), all(3), { signal: { aborted: false } })).rejects.toMatchObject({
		fault: 'busy',
	});
	const whole = waits.reduce((sum, time) => sum + time, 0);
	waits.length = 0;
	const signal = { aborted: false };
	const engine = crowded(Infinity);
	const refusing = engine.refusing;
	engine.refusing = id => {
		signal.aborted ||= id === '1 d1';
		return refusing(id);
	};
	await expect(push(engine, all(3), { signal })).rejects.toMatchObject({ fault: 'busy' });
	expect(waits.reduce((sum, time) => sum + time, 0)).toBeLessThan(whole / 10);
});

test.each([
	['FORBIDDEN/8/index write (api)', 403, 'migrating'],
	[
		'TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block',
		429,
		'full',
	],
	['FORBIDDEN/5/index read-only (api)', 403, 'locked'],
])('an index that is blocked is told of at once: %s', async (reason, status, fault) => {
	const engine = new MemoryEngine();
	engine.refusing = () => ({ status, error: { type: 'cluster_block_exception', reason } });
	waits.length = 0;
	await expect(push(engine, all(2))).rejects.toMatchObject({ fault });
	expect(waits).toEqual([]);
});

test('two documents of one id in a push do not get into each other’s way', async () => {
	const engine = new MemoryEngine();
	const two = [made(1, 3), { ...made(2, 1), name: 'd1', source: 'd1' }];
	for (const update of [false, true]) {
		expect(await push(engine, two, { update })).toMatchObject({ differing: ['d1.md'] });
		expect([...engine.documents]).toEqual([['d1', 3]]);
	}
});

test('where a part of the engine does not answer, nothing is taken for new', async () => {
	const engine = new MemoryEngine();
	await push(engine, all(2));
	const requests = engine.requests.length;
	engine.instead = ({ path }) =>
		path.endsWith('/_search') ? { status: 200, body: { _shards: { failed: 1 }, hits: { hits: [] } } } : undefined;
	await expect(push(engine, all(2))).rejects.toMatchObject({ fault: 'part' });
	expect(engine.requests.slice(requests).filter(isBulk)).toEqual([]);
});

test('stopped in the midst, it keeps what is whole and goes on from there', async () => {
	const engine = new MemoryEngine();
	const signal = { aborted: false };
	let bulks = 0;
	engine.instead = ({ path }) => {
		// After the markers and the first passages.
		if (path.endsWith('/_bulk') && ++bulks === 2) signal.aborted = true;
		return undefined;
	};
	const answer = await push(engine, all(16, 400), { signal });
	expect(answer.cancelled).toBe(true);
	expect(answer.put.length).toBeGreaterThan(0);
	expect(answer.put.length).toBeLessThan(16);
	signal.aborted = false;
	const again = await push(engine, all(16, 400), { signal });
	expect(again.same).toHaveLength(answer.put.length);
	expect([...engine.documents.values()]).toEqual(Array.from({ length: 16 }, () => 400));
});

test('how far it is goes forward, and ends at the end', async () => {
	const seen: number[] = [];
	await push(new MemoryEngine(), all(16, 400), { progress: ({ done }) => seen.push(done) });
	expect(seen[0]).toBe(0);
	expect(seen.at(-1)).toBe(16);
	expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
	expect(seen.length).toBeGreaterThan(2);
});
