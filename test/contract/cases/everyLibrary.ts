// The questions of the contract, put to the person's own index, to a group's library, and to both together.
import { describe, expect, test } from 'vitest';
import type { IndexedDocument, IndexedSource, IndexFilter, IndexTimeline } from '../../../src/core/search/index/engine';
import { LocalIndex } from '../../../src/core/search/index/localIndex';
import { MemoryStore } from '../../../src/core/search/index/store';
import { Availability } from '../../../src/core/search/library/availability';
import { BothLibraries } from '../../../src/core/search/library/bothLibraries';
import type { GroupLibrary } from '../../../src/core/search/library/groupLibrary';
import { present } from '../../../src/core/text/values/fields';
import { countsWhatFiltersLeave } from './facets';
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

/** The passages of the group's that hold 产业 and the person has not. */
const group24 = [1, 3, 2].map(paragraph => `keji-2024 ${paragraph} of the group`);

const available = () => new Availability({ probe: () => Promise.resolve(), now: () => Date.now() });

/** Asks all of them; the group's library is filled before the first test. `counting`: the same, which reads no passages to count uses. */
export function everyLibraryAnswers(group: () => GroupLibrary, counting: () => GroupLibrary): void {
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

	describe('both, each with documents that the other has not', () => {
		const own: readonly IndexedDocument[] = [
			...documents.filter(({ source }) => source === 'ai-undated'),
			{
				name: 'cun-2024',
				version: '1',
				source: 'cun-2024',
				title: '村里的产业',
				date: '2024-05-01',
				paragraphs: ['村里的产业起步了。', '科技创新进了村，产业也进了村。'],
			},
		];
		const both = async () => new BothLibraries(await ownIndex(own), group(), available());

		countsWhatFiltersLeave(
			both,
			[...documents, ...own.slice(1)],
			[
				['no filter', {}],
				['a year of both', { year: '2024' }],
				['a source of one’s own', { source: 'cun-2024' }],
				['a source of the group’s', { source: 'keji-2024' }],
				['a source that both have', { source: 'ai-undated' }],
				['a year, and a source of the group’s', { year: '2024', source: 'keji-2024' }],
			],
		);

		test.each<[string, IndexFilter, readonly string[]]>([
			['without a filter', {}, ['cun-2024 1', 'cun-2024 2', 'ai-undated 2', ...group24]],
			['in a year', { from: 2024, to: 2024 }, ['cun-2024 1', 'cun-2024 2', ...group24]],
			['in a source of one’s own', { sources: ['cun-2024'] }, ['cun-2024 1', 'cun-2024 2']],
			['in a source of the group’s', { sources: ['keji-2024'] }, group24],
			['in sources of both', { sources: ['keji-2024', 'ai-undated'] }, ['ai-undated 2', ...group24]],
		])('one list %s: own first, then the group’s, each says whose it is', async (_, filter, right) => {
			const hits = await (await both()).search({ text: '产业', ...filter });
			const whose = hits.map(
				({ source, paragraph, library }) => `${source} ${paragraph}${library ? ' of the group' : ''}`,
			);
			expect(whose).toEqual(right);
		});
	});

	test('of words that stand too often to read each passage, the engine counts all documents', async () => {
		const own = await ownIndex(documents);
		for (const words of ['承包期', '产业', '青稞']) {
			const [exact, found] = [await group().timeline(words), await counting().timeline(words)];
			expect(found.atLeast).toBe(true);
			expect(found.documents).toEqual(exact.documents.map(one => ({ ...one, uses: one.passages })));
			const yearsOf = ({ years }: IndexTimeline) => years.map(({ year, documents: of }) => [year, of]);
			expect(yearsOf(found)).toEqual(yearsOf(exact));
			const { documents: count, first, last } = await own.mention(words);
			const inGroup = (source: IndexedSource | undefined) => source && { library: 'group', ...source };
			expect(await counting().mention(words)).toEqual(
				present({ documents: count, first: inGroup(first), last: inGroup(last) }),
			);
		}
	});
}
