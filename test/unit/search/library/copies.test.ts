// A person and the group each have a copy of a document, and the copies differ: one's own comes first and is counted once.
import { describe, expect, test } from 'vitest';
import type { IndexedDocument, PassageLibrary } from '../../../../src/core/search/index/engine';
import { Availability } from '../../../../src/core/search/library/availability';
import { BothLibraries } from '../../../../src/core/search/library/bothLibraries';
import { passageCounts } from '../../../../src/editor/citations/facets';
import { ownIndex } from '../../../contract/cases/everyLibrary';

const copy = (paragraphs: readonly string[]): IndexedDocument => ({
	name: 'plan-2024',
	version: paragraphs.join(),
	source: 'plan-2024',
	title: '规划',
	date: '2024-03',
	paragraphs,
});
const other: IndexedDocument = {
	...copy(['各地产业各有所长。']),
	name: 'other-2023',
	source: 'other-2023',
	date: '2023',
};

/** Both libraries; the group's marks its hits. */
async function both(own: readonly string[], group: readonly string[]): Promise<BothLibraries> {
	const theirs = await ownIndex([copy(group), other]);
	const marked: PassageLibrary = Object.assign(Object.create(theirs) as typeof theirs, {
		search: async (...asked: Parameters<PassageLibrary['search']>) =>
			(await theirs.search(...asked)).map(hit => ({ ...hit, library: 'group' as const })),
	});
	return new BothLibraries(
		await ownIndex([copy(own)]),
		marked,
		new Availability({ probe: () => Promise.resolve(), now: () => Date.now() }),
	);
}

/** The passages that are listed, and whose they are. */
async function listed(library: BothLibraries, text: string): Promise<string[]> {
	const hits = await library.search({ text });
	return hits.map(({ source, paragraph, library: whose = 'own' }) => `${source} ${paragraph} ${whose}`);
}

/** The places in the list that is gone through page by page. */
async function gonethrough(library: BothLibraries, text: string): Promise<string[]> {
	const places: string[] = [];
	for (let from: number | undefined = 0; from !== undefined;) {
		const page: Awaited<ReturnType<BothLibraries['passages']>> = await library.passages(text, {}, from);
		places.push(...page.passages.map(({ source, paragraph }) => `${source} ${paragraph}`));
		from = page.next;
	}
	return places;
}

describe.each<[string, readonly string[], readonly string[], readonly string[]]>([
	[
		'the group’s has a paragraph more before it',
		['产业升级是主线。'],
		['前言。', '产业升级是主线。'],
		['plan-2024 1 own', 'other-2023 1 group'],
	],
	[
		'the group’s is worded otherwise',
		['产业升级是主线。'],
		['产业升级仍是一条主线。'],
		['plan-2024 1 own', 'other-2023 1 group'],
	],
	[
		'the group’s says it twice',
		['产业升级。'],
		['产业升级。', '产业兴旺。'],
		['plan-2024 1 own', 'other-2023 1 group'],
	],
	[
		'only the group’s has the word',
		['升级是主线。'],
		['升级是主线。', '产业升级。'],
		['plan-2024 2 group', 'other-2023 1 group'],
	],
	['only one’s own has the word', ['产业升级。'], ['升级。'], ['plan-2024 1 own', 'other-2023 1 group']],
])('%s', (_, own, group, right) => {
	test('one’s own first, each source from one of the two', async () => {
		expect(await listed(await both(own, group), '产业')).toEqual(right);
	});

	test('as many are counted as are listed, in all three ways', async () => {
		const library = await both(own, group);
		const { documents } = await library.timeline('产业');
		const counts = passageCounts(documents, documents, {});
		expect({ total: counts.total, source: { ...counts.source }, year: { ...counts.year } }).toEqual({
			total: right.length,
			source: { 'plan-2024': 1, 'other-2023': 1 },
			year: { '2024': 1, '2023': 1 },
		});
		expect((await library.mention('产业')).documents).toBe(2);
		expect(await gonethrough(library, '产业')).toEqual(right.map(place => place.replace(/ \w+$/, '')));
	});
});
