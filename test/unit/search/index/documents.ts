// Documents for the tests of the index, and the steps of an update run to their end.

import type { IndexedDocument } from '../../../../src/core/search/index/engine';
import { DocumentIndex } from '../../../../src/core/search/index/documentIndex';
import { MemoryStore, type Store } from '../../../../src/core/search/index/store';
import { finish } from '../../../../src/core/search/steps';

export const sample: readonly IndexedDocument[] = [
	{
		name: 'a.md',
		version: '1',
		source: 'a-2024',
		title: '甲',
		date: '2024-02-14',
		paragraphs: [
			'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。',
			'發展新質生產力不是忽視、放棄傳統產業，要防止一哄而上、泡沫化，也不要搞一種模式。',
		],
	},
	{
		name: 'b.md',
		version: '1',
		source: 'b-2016',
		title: '乙',
		date: '2016-03',
		paragraphs: [
			'国内生产总值达到63.6万亿元，比上年增长7.4%。',
			'',
			'提高科技成果转化和产业化水平，不断以新技术培育新产业、引领产业升级。',
		],
	},
	{
		name: 'c.md',
		version: '1',
		source: 'c',
		title: '丙',
		paragraphs: [
			'Artificial Intelligence（AI）赋能千行百业',
			'整合科技创新资源，引领发展战略性新兴产业和未来产业，加快形成新质生产力。产业，产业！',
		],
	},
];

/** Takes documents in, and out. */
export function update(index: DocumentIndex, put: readonly IndexedDocument[], remove: readonly string[] = []): void {
	for (const name of remove) index.remove(name);
	for (const document of put) finish(index.put(document));
	finish(index.commit());
}

/** An index with these documents. */
export function indexOf(
	documents: readonly IndexedDocument[],
	store: Store = new MemoryStore(),
	room?: { left: number },
): DocumentIndex {
	const index = DocumentIndex.open(store, room);
	update(index, documents);
	return index;
}
