// An index that takes documents in while others ask: cancelling, limits, what has changed and what is gone.

import { describe, expect, test } from 'vitest';
import type { IndexedDocument, PassagePage, IndexProblem } from '../../../../src/core/search/index/engine';
import { LocalIndex, type IndexPlatform } from '../../../../src/core/search/index/localIndex';
import { MemoryStore } from '../../../../src/core/search/index/store';
import { sample } from './documents';

/** An index over documents in memory that may be changed, with a count of those that were read. */
function indexOver(
	documents: (IndexedDocument | (IndexProblem & { name: string; version: string }))[],
	more: Partial<IndexPlatform> = {},
) {
	const read: string[] = [];
	const platform: IndexPlatform = {
		store: new MemoryStore(),
		list: () =>
			Promise.resolve(
				documents.map(one => ({
					name: one.name,
					version: one.version,
					read: () => {
						read.push(one.name);
						return Promise.resolve(one);
					},
				})),
			),
		pause: () => Promise.resolve(),
		...more,
	};
	return { index: new LocalIndex(platform), read, platform };
}

describe('bringing it in line with the documents there are', () => {
	test('reads what is new or has changed, takes out what is gone, and nothing else', async () => {
		const documents = [...sample];
		const { index, read, platform } = indexOver(documents);
		expect(await index.sync([])).toMatchObject({
			put: 3,
			removed: 0,
			documents: 3,
			passages: 7,
			opened: 'new',
			cancelled: false,
			problems: [],
		});
		expect(await index.sync([])).toMatchObject({ put: 0, removed: 0 });
		documents[0] = { ...sample[0]!, version: '2', paragraphs: ['改过的话'] };
		documents.pop();
		expect(await index.sync([])).toMatchObject({ put: 1, removed: 1, documents: 2 });
		expect(read).toEqual(['a.md', 'b.md', 'c.md', 'a.md']);
		expect(await index.search({ text: '改过的话' })).toMatchObject([{ document: 'a.md', paragraph: 1 }]);
		expect(await index.search({ text: '赋能' })).toEqual([]);
		const again = new LocalIndex(platform);
		expect(await again.sync([])).toMatchObject({ put: 0, opened: 'kept', documents: 2 });
		expect(read).toHaveLength(4);
	});

	test('what cannot be read is told and is not there; the rest goes on', async () => {
		const documents: Parameters<typeof indexOver>[0] = [...sample];
		const { index } = indexOver(documents);
		await index.sync([]);
		documents[0] = { name: 'a.md', version: '2', file: 'a.md', code: 'document.head' };
		expect(await index.sync([])).toMatchObject({
			put: 0,
			problems: [{ file: 'a.md', code: 'document.head' }],
			documents: 2,
		});
	});

	test('cancelled, it keeps what it has, and goes on from there', async () => {
		const { index, read } = indexOver([...sample]);
		const signal = { aborted: false };
		const told: number[] = [];
		const answer = await index.sync(
			[],
			({ done }) => {
				told.push(done);
				if (done === 1) signal.aborted = true;
			},
			signal,
		);
		expect(answer).toMatchObject({ cancelled: true, documents: 2 });
		expect(await index.search({ text: '赋能' })).toEqual([]);
		expect(await index.sync([])).toMatchObject({ cancelled: false, put: 1, documents: 3 });
		expect(read).toEqual(['a.md', 'b.md', 'c.md']);
		expect(told).toEqual([0, 1]);
	});

	test('in memory only so many passages; the documents left out are counted', async () => {
		const { index } = indexOver([...sample], { mostPassages: 4 });
		expect(await index.sync([])).toMatchObject({ documents: 2, passages: 4, left: 1 });
		expect(await index.status()).toMatchObject({ left: 1 });
	});

	test('where somebody else writes, it is read as it is', async () => {
		const store = new MemoryStore();
		await indexOver([...sample], { store }).index.sync([]);
		const before = new Map(store.files);
		const { index, read } = indexOver([], { store, readonly: true });
		expect(await index.sync([])).toMatchObject({ removed: 0, documents: 3, readonly: true });
		expect(await index.search({ text: '赋能' })).toHaveLength(1);
		expect(store.files).toEqual(before);
		expect(read).toEqual([]);
	});

	test('where the one before did not end well, damage in the midst of it is found, and only what was lost is read again', async () => {
		const store = new MemoryStore();
		await indexOver([...sample], { store }).index.sync([]);
		const [name, bytes] = [...store.files].find(([file]) => file.endsWith('segment'))!;
		store.files.set(name, bytes.slice().fill(0, bytes.length - 40, bytes.length - 20));
		const { index, read } = indexOver([...sample], { store, doubtful: true });
		expect(await index.sync([])).toMatchObject({ put: 3, opened: 'repaired' });
		expect(read).toHaveLength(3);
		expect(await index.search({ text: '产业，产业！' })).toMatchObject([{ document: 'c.md' }]);
	});
});

describe('changing it', () => {
	test('puts and removes; a disk that fails leaves it as it was, and it goes on', async () => {
		const { index, platform } = indexOver([]);
		await index.change({ put: sample });
		const write = platform.store.write.bind(platform.store);
		platform.store.write = () => {
			throw new Error('the disk is full');
		};
		await expect(index.change({ remove: ['a.md'] })).rejects.toThrow('full');
		platform.store.write = write;
		expect(await index.status()).toMatchObject({ documents: 3 });
		expect(await index.change({ remove: ['a.md', 'x.md'] })).toMatchObject({ removed: 1, documents: 2 });
		expect(await index.paragraphs('b.md', 1, 2)).toEqual(sample[1]!.paragraphs.slice(0, 2));
	});

	test('updates come one after the other, questions in between', async () => {
		const { index } = indexOver([]);
		const [first, , hits, second] = await Promise.all([
			index.change({ put: sample.slice(0, 2) }),
			index.change({ put: sample.slice(2) }),
			index.search({ text: '产业' }),
			index.change({ remove: ['c.md'] }),
		]);
		expect(first).toMatchObject({ documents: 2 });
		expect(hits.length).toBeLessThanOrEqual(4);
		expect(second).toMatchObject({ documents: 2, removed: 1 });
	});
});

test('a cancelled question is answered with nothing', async () => {
	const { index } = indexOver([]);
	await index.change({ put: sample });
	const signal = { aborted: true };
	expect(await index.search({ text: '产业' }, signal)).toEqual([]);
	expect(await index.mention('产业', {}, signal)).toEqual({ documents: 0 });
	expect(await index.timeline('产业', {}, signal)).toEqual({ documents: [], years: [], uses: 0 });
	expect(await index.timeline('产业')).toMatchObject({ uses: 9 });
	expect(await index.mention('产业')).toMatchObject({ documents: 3 });
	await index.close();
});

describe('passages that hold words', () => {
	test('all of them, in order, some hundred at a time; none of documents that are gone', async () => {
		const documents = Array.from({ length: 7 }, (_, at): IndexedDocument => ({
			name: `${at}.md`,
			version: '1',
			source: `s${at}`,
			title: '题',
			paragraphs: Array.from({ length: 400 }, (_, n) => (n % 2 === 0 ? `第${n}段说新质生产力` : '这一段说别的')),
		}));
		const { index } = indexOver(documents);
		await index.sync([]);
		documents.splice(3, 1);
		await index.sync([]);
		const found: string[] = [];
		const sizes: number[] = [];
		for (let from: number | undefined = 0; from !== undefined;) {
			const answer: PassagePage = await index.passages('新质，生产力', {}, from);
			sizes.push(answer.passages.length);
			for (const { document, source, paragraph, text } of answer.passages) {
				expect(text).toBe(`第${paragraph - 1}段说新质生产力`);
				expect(source).toBe(`s${document[0]!}`);
				found.push(`${document} ${paragraph}`);
			}
			from = answer.next;
		}
		expect(sizes).toEqual([500, 500, 200]);
		expect(new Set(found).size).toBe(6 * 200);
		expect(found.some(one => one.startsWith('3.md'))).toBe(false);
		expect(await index.passages('没有的话')).toEqual({ passages: [] });
		expect((await index.passages('说别的', { sources: ['s1'] })).passages).toHaveLength(200);
		expect(await index.passages('新质生产力', {}, 0, { aborted: true })).toEqual({ passages: [] });
	});
});
