// The same text under two ids: found whatever the marks and the script, and only there.
import { expect, test } from 'vitest';
import { checkPack } from '../../../../src/core/corpus/check/records';
import { readPack } from '../../../../src/core/corpus/yaml/read';

const document = (id: string, body: string) => ({
	name: `documents/${id}.md`,
	text: `---\nid: ${id}\ntype: book\ntitle: 题${id}\n---\n\n${body}\n`,
});
const copies = (...bodies: readonly string[]) =>
	checkPack(
		readPack([
			{ name: 'pack.yaml', text: 'id: mine\ntitle: 我的\n' },
			...bodies.map((body, i) => document(String.fromCharCode(97 + i), body)),
		]),
	)
		.filter(one => one.code === 'document.copy')
		.map(({ file, data, line, severity }) => [file, data.other, line, severity]);

test('each copy is told of with the first', () => {
	expect(
		copies(
			'第一段，话。\n\n第二段。',
			'别的一篇，不同。\n\n另一段。',
			'第一段，话。\n\n第二段。',
			'第一段,话。\n\n第二段.',
		),
	).toEqual([
		['documents/c.md', 'documents/a.md', 2, 'warning'],
		['documents/d.md', 'documents/a.md', 2, 'warning'],
	]);
});

test('in the other script', () => {
	expect(copies('发展新质生产力。', '發展新質生產力。')).toEqual([['documents/b.md', 'documents/a.md', 2, 'warning']]);
});

test('as long as another is no copy, nor is another text with the same paragraphs before it', () => {
	expect(copies('第一段。', '第二段。', '第一段。\n\n第二段。')).toEqual([]);
});
