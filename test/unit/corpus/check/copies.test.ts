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

const long = '要牢牢把握高质量发展这个首要任务，因地制宜发展新质生产力，以科技创新引领产业创新，建设现代化产业体系。';

test('each copy is told of with the first', () => {
	expect(
		copies(`${long}\n\n第二段，话。`, `${long}\n\n另一段，话。`, `${long}\n\n第二段，话。`, `${long}\n\n第二段,话.`),
	).toEqual([
		['documents/c.md', 'documents/a.md', 2, 'warning'],
		['documents/d.md', 'documents/a.md', 2, 'warning'],
	]);
});

test('in the other script', () => {
	expect(copies(`${long}发展产业。`, `${long}發展產業。`)).toEqual([
		['documents/b.md', 'documents/a.md', 2, 'warning'],
	]);
});

test('as long as another is no copy, nor is another text with the same paragraphs before it', () => {
	expect(copies(long, `${long}二`, `${long}\n\n二`.replace('二', '三'), `二\n\n${long}`)).toEqual([]);
});

test('a text of few letters is the same as another without being its copy', () => {
	expect(copies('同意。', '同意。')).toEqual([]);
});
