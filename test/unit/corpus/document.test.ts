import { expect, test } from 'vitest';
import { readDocument } from '../../../src/core/corpus/document';
import { mergePacks } from '../../../src/core/corpus/merge';
import { readPack } from '../../../src/core/corpus/yaml/read';

const head = '---\nid: baogao-2012\ntype: report\ntitle: 政府工作报告\nissued: 2012-03-05\n---\n';

test('front matter is the source, paragraphs are numbered and know their line', () => {
	const read = readDocument(
		'documents/a.md',
		`\uFEFF${head}# 政府工作报告\n\n各位代表：\n\n## 一、工作回顾\n过去一年，我们\n稳中求进。\r\n\r\n> 引用的一段\n> 话。\n`,
	);
	expect(read.problems).toEqual([]);
	expect(read.source).toBe('baogao-2012');
	expect(read.head!.value).toMatchObject({ title: '政府工作报告', issued: '2012-03-05' });
	expect(read.paragraphs).toEqual(['各位代表：', '一、工作回顾', '过去一年，我们稳中求进。', '引用的一段话。']);
	expect(read.lines).toEqual([9, 11, 12, 15]);
});

test('broken documents are problems with their line, the rest of the pack loads', () => {
	const pack = readPack([
		{ name: 'pack.yaml', text: 'id: p\ntitle: P\n' },
		{ name: 'documents/a.md', text: `${head}\n第一段。\n` },
		{ name: 'documents/b.md', text: '没有来源信息。\n' },
		{ name: 'documents/c.md', text: '---\nid: c\ntitle: 没有结束\n' },
		{ name: 'documents/d.md', text: '---\nid: d\ntype: report\ntitel: 错字\n---\n正文。\n' },
		{ name: 'documents/e.md', text: '---\nid: e\ntype: report\ntitle: 空的\n---\n\n' },
		{ name: 'documents/f.md', text: '---\nid: [\n---\n正文。\n' },
	]);
	expect(pack.problems.map(one => [one.file, one.line, one.code])).toEqual([
		['documents/b.md', 1, 'document.head'],
		['documents/c.md', 1, 'document.head'],
		['documents/d.md', 2, 'field.missing'],
		['documents/d.md', 4, 'field.unknown'],
		['documents/e.md', 1, 'document.empty'],
		['documents/f.md', 2, 'yaml.syntax'],
	]);
	expect(pack.data.sources.map(one => one.id)).toEqual(['baogao-2012', 'e']);
	expect(pack.data.documents!.map(one => one.source)).toEqual(['baogao-2012', 'e']);
});

test('a document may extend a source of another pack; a second text of a source is reported', () => {
	const loaded = (files: { name: string; text: string }[]) => {
		const pack = readPack(files);
		return { compiled: { data: pack.data, pinyin: {}, traditional: {} }, places: pack.places };
	};
	const first = loaded([
		{ name: 'pack.yaml', text: 'id: a\ntitle: A' },
		{ name: 'sources/a.yaml', text: '- { id: s, type: report, title: 报告 }' },
	]);
	const second = loaded([
		{ name: 'pack.yaml', text: 'id: b\ntitle: B' },
		{ name: 'documents/s.md', text: '---\nextends: s\npage: 1-3\n---\n全文。' },
		{ name: 'documents/t.md', text: '---\nextends: s\n---\n又一份。' },
		{ name: 'documents/u.md', text: '---\nextends: none\n---\n无主。' },
	]);
	const { corpus, problems } = mergePacks([first, second]);
	expect(corpus.source('s')!.page).toBe('1-3');
	expect(corpus.documents).toHaveLength(1);
	expect(corpus.documents[0]).toMatchObject({ source: 's', paragraphs: ['全文。'], file: 'documents/s.md' });
	expect(problems.map(one => [one.file, one.code])).toEqual([
		['documents/t.md', 'document.duplicate'],
		['documents/u.md', 'extends.unknown'],
	]);
});
