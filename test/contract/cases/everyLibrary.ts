// The questions of the contract, put to the person's own index, to a group's library, and to both together.
import { describe, expect, test } from 'vitest';
import type { IndexedDocument } from '../../../src/core/search/index/engine';
import { LocalIndex } from '../../../src/core/search/index/localIndex';
import { MemoryStore } from '../../../src/core/search/index/store';
import { Availability } from '../../../src/core/search/library/availability';
import { BothLibraries } from '../../../src/core/search/library/bothLibraries';
import type { GroupLibrary } from '../../../src/core/search/library/groupLibrary';
import { answersEverything, documents } from './library';

/** An index of a person's own that holds some documents. */
export async function ownIndex(held: readonly IndexedDocument[]): Promise<LocalIndex> {
	const index = new LocalIndex({
		store: new MemoryStore(),
		list: () => Promise.resolve([]),
		pause: () => Promise.resolve(),
	});
	await index.change({ put: held });
	return index;
}

const available = () => new Availability({ probe: () => Promise.resolve(), now: () => Date.now() });

/** Asks all of them; the group's library is filled before the first test. */
export function everyLibraryAnswers(group: () => GroupLibrary): void {
	describe('a person’s own index', () => {
		answersEverything(async () => ({ library: await ownIndex(documents) }));
	});

	describe('a group’s library', () => {
		answersEverything(() => Promise.resolve({ library: group(), owner: 'group' }));
	});

	describe('both, which hold the same', () => {
		answersEverything(async () => ({ library: new BothLibraries(await ownIndex(documents), group(), available()) }));
	});

	describe('both, of which only the group has any', () => {
		answersEverything(() =>
			Promise.resolve({ library: new BothLibraries(undefined, group(), available()), owner: 'group' }),
		);
	});

	test('own first, then the group’s, each once and with whose it is', async () => {
		const own = documents.filter(({ source }) => source === 'ai-undated');
		const both = new BothLibraries(await ownIndex(own), group(), available());
		const hits = await both.search({ text: '新质生产力' });
		expect(hits.map(({ source, paragraph, library = 'own' }) => [source, paragraph, library])).toEqual([
			['ai-undated', 2, 'own'],
			['keji-2024', 4, 'group'],
			['keji-2024', 1, 'group'],
			['keji-2024', 3, 'group'],
			['keji-2024', 2, 'group'],
		]);
		expect(both.away).toBeUndefined();
		expect(await both.mention('产业')).toMatchObject({ documents: 2, group: 1 });
		expect((await both.timeline('产业')).uses).toBe(7);
	});
}
