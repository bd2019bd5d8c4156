// Passages of the index that are rows of tables or stand on known pages.
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/core/corpus/document';
import { DocumentIndex } from '../../../src/core/search/index/documentIndex';
import { findPassages } from '../../../src/core/search/index/find';
import { MemoryStore } from '../../../src/core/search/index/store';
import { finish } from '../../../src/core/search/steps';

const body = `先说一段。

<!-- policy-writing: page 7 -->

表2-1 主要指标

| 指标 | 2023年 | 2024年 |
| --- | --- | --- |
| 粮食产量 | 695 | 706 |
| 油料产量 | 386 | 397 |

后文<!-- policy-writing: page 8 -->还有一段。
`;

function indexed(): DocumentIndex {
	const { paragraphs, layout } = readDocument('documents/a.md', `---\nid: a\ntype: report\ntitle: 题\n---\n${body}`);
	const index = DocumentIndex.open(new MemoryStore());
	finish(index.put({ name: 'a.md', version: '1', source: 'a', title: '题', paragraphs, ...(layout && { layout }) }));
	finish(index.put({ name: 'b.md', version: '1', source: 'b', title: '别', paragraphs: ['粮食产量 | 5'] }));
	finish(index.commit());
	return index;
}

test('a row is found with the number and the head of its table, and the page it is on', () => {
	const index = indexed();
	const find = (text: string) =>
		findPassages(index.hold(), { text }).map(({ source, paragraph, table, head, page }) => ({
			source,
			paragraph,
			table,
			head,
			page,
		}));
	expect(find('油料产量')).toEqual([
		{ source: 'a', paragraph: 5, table: '2-1', head: '指标 | 2023年 | 2024年', page: '7' },
	]);
	expect(find('指标 2023年')).toEqual([{ source: 'a', paragraph: 3, table: '2-1', head: undefined, page: '7' }]);
	expect(find('后文还有')).toEqual([{ source: 'a', paragraph: 6, table: undefined, head: undefined, page: '7-8' }]);
	expect(find('先说一段')).toEqual([{ source: 'a', paragraph: 1, table: undefined, head: undefined, page: undefined }]);
	expect(find('粮食产量').map(({ source, table }) => [source, table])).toEqual([
		['b', undefined],
		['a', '2-1'],
	]);
});

test('tables stay known when segments are put together', () => {
	const index = indexed();
	for (let i = 0; i < 12; i++) {
		finish(index.put({ name: `c${i}.md`, version: '1', source: `c${i}`, title: '别', paragraphs: ['别的。'] }));
		finish(index.commit());
		finish(index.merge());
	}
	expect(findPassages(index.hold(), { text: '油料产量' })).toMatchObject([{ table: '2-1', page: '7' }]);
});
