// Changing fields of a record in a pack file: only what was changed is another, comments stay, what comes of it is read back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePackFile } from '../../../../src/core/corpus/yaml/parse';
import { changeRecord, replaced, type FieldValues } from '../../../../src/core/corpus/yaml/change';

const idIs = (id: string) => (record: Readonly<Record<string, unknown>>) => record.id === id || record.extends === id;

function changed(text: string, id: string, values: FieldValues, name = 'sources/mine.yaml'): string {
	const edits = changeRecord('source', name, text, idIs(id), values);
	if ('refused' in edits) throw new Error(`refused: ${edits.refused}`);
	return replaced(text, edits);
}

const file = `# 我的来源
- id: a
  type: article-newspaper   # 报纸
  title: 第一篇
  # 下面这行待查
  page:  # 版次
- extends: other-2024  # 另一篇
  issued: 2024-03-05
`;

describe('a record over several lines', () => {
	it('takes a new field below its last, another value in place, and keeps every comment', () => {
		expect(changed(file, 'a', { page: '3', author: [{ literal: '某某' }], title: '第一篇：其一' })).toBe(
			file
				.replace('title: 第一篇\n', 'title: 第一篇：其一\n')
				.replace('page:  # 版次\n', 'page: "3"  # 版次\n  author: [{ literal: 某某 }]\n'),
		);
	});

	it('is found by what it extends', () => {
		expect(changed(file, 'other-2024', { page: '5', issued: '2024-03-06' })).toBe(
			file.replace('issued: 2024-03-05\n', 'issued: 2024-03-06\n  page: "5"\n'),
		);
	});

	it('loses a value, and the comment stays', () => {
		const text = changed(file, 'a', { type: 'report', page: undefined });
		expect(text).toContain('  page:  # 版次\n');
		expect(text).toContain('type: report   # 报纸');
	});

	it('takes an address with a mark that is no comment, and a list in place of one over lines', () => {
		const block = '- id: a\n  type: book\n  title: 书\n  author:\n    - literal: 甲\n    - literal: 乙\n  # 末尾\n';
		expect(changed(block, 'a', { author: [{ literal: '丙' }], URL: 'https://a.cn/#b' })).toBe(
			'- id: a\n  type: book\n  title: 书\n  author: [{ literal: 丙 }]\n  URL: "https://a.cn/#b"\n  # 末尾\n',
		);
	});

	it('stays as it was where nothing is another', () => {
		expect(changed(file, 'a', { title: '第一篇', issue: undefined })).toBe(file);
	});
});

it('a record in braces, files with other line ends and marks of order', () => {
	expect(changed('- { id: a, type: book, title: 书 }  # 短\n', 'a', { edition: '2' })).toBe(
		'- { id: a, type: book, title: 书, edition: "2" }  # 短\n',
	);
	expect(changed('\uFEFF- id: a\r\n  type: book\r\n  title: 书', 'a', { edition: '2' })).toBe(
		'\uFEFF- id: a\r\n  type: book\r\n  title: 书\r\n  edition: "2"',
	);
});

it('the head of a document, whose text stays', () => {
	const text = '---\nid: a\ntitle: 文\ntype: report # 类型\n---\n\n# 文\n\n正文 # 不是注释。\n';
	expect(changed(text, 'a', { publisher: '某部' }, 'documents/a.md')).toBe(
		text.replace('# 类型\n', '# 类型\npublisher: 某部\n'),
	);
});

it('is refused where it would break the schema, where nothing is meant, and where a comment would be lost', () => {
	const refused = (text: string, id: string, values: FieldValues) =>
		changeRecord('source', 'sources/mine.yaml', text, idIs(id), values);
	expect(refused(file, 'a', { issued: '2024-13-01' })).toMatchObject({ refused: 'record' });
	expect(refused(file, 'none', { issued: '2024' })).toEqual({ refused: 'file' });
	const commented = '- id: a\n  type: book\n  title: 书\n  author:\n    - literal: 甲 # 待查\n    - literal: 乙\n';
	expect(refused(commented, 'a', { author: [{ literal: '丙' }] })).toEqual({ refused: 'file' });
});

it('whatever is written: the record says it, the others and all comments are as they were', () => {
	const word = fc
		.stringMatching(/^[\p{Script=Han}A-Za-z0-9：:#"'[\]{},、 -]{1,12}$/u)
		.filter(text => text.trim() === text && text !== '');
	const valuesOf = (word: fc.Arbitrary<string>) =>
		fc.record({ title: word, page: word, 'container-title': word }, { requiredKeys: ['title'] });
	const [values, old] = [valuesOf(word), valuesOf(word.filter(text => !text.includes('#')))];
	const comment = fc.constantFrom('', '  # 注', '   # a: b');
	const block = fc.tuple(old, comment).map(
		([fields, note]) =>
			(id: string) =>
				[
					`- id: ${id}${note}`,
					'  type: book',
					...Object.entries(fields).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}${note}`),
					'',
				].join('\n'),
	);
	const flow = old.map(fields => (id: string) => `- ${JSON.stringify({ id, type: 'book', ...fields })}\n`);
	fc.assert(
		fc.property(fc.oneof(block, flow), fc.oneof(block, flow), values, (one, two, wanted) => {
			const text = `${one('a')}${two('b')}`;
			const after = changed(text, 'b', { ...wanted, issue: '3' });
			const records = parsePackFile('source', '', after).records.map(({ value }) => value);
			expect(records).toHaveLength(2);
			expect(records[0]).toEqual(parsePackFile('source', '', text).records[0]?.value);
			for (const [field, value] of Object.entries(wanted)) expect(records[1]?.[field]).toBe(value);
			expect(after.match(/# (?:注|a: b)$/gm)?.length).toBe(text.match(/# (?:注|a: b)$/gm)?.length);
		}),
		{ seed: 13, numRuns: 300 },
	);
});
