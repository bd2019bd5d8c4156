// Comments in the head of a document, kept when the document is written anew.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/core/corpus/document';
import { documentText } from '../../../../src/core/corpus/documentText';
import { withComments, withHead } from '../../../../src/core/corpus/yaml/keptComments';
import type { Source } from '../../../../src/core/corpus/records';

const source: Source = {
	id: 'a-2024',
	type: 'webpage',
	title: '题目：一',
	note: '有 # 号',
	held: { from: '东山网', date: '2024-06-18' },
	missing: ['issued', 'URL'],
};

test('above, behind and below; a field of other words keeps its comment, one that is gone leaves its own at the end', () => {
	const before = `---\n# 我加的\nid: a-2024\ntype: webpage   # 网页\n\n# 题名核对过\ntitle: "题目：一" # 见纸本 "原件"\nnote: "有 # 号"\nheld: { from: 东山网, date: 2024-06-18 } # 馆藏\n# 还差\nmissing: [issued, URL]\n# 完\n---\n\n# 题目：一\n\n# 正文里的\n`;
	const after = documentText({ ...source, title: '题目二', held: { from: '西山网' }, missing: [] }, ['新的一段。']);
	expect(withComments(before, after)).toBe(
		`---\n# 我加的\nid: a-2024\ntype: webpage   # 网页\n\n# 题名核对过\ntitle: 题目二 # 见纸本 "原件"\nnote: "有 # 号"\nheld: { from: 西山网 } # 馆藏\n# 还差\n# 完\n---\n\n# 题目二\n\n新的一段。\n`,
	);
});

test('only the head anew: what is below stays to the letter', () => {
	const body = '\n# 题目：一\n\n## 一、小标题\n\n我的*批注*。\n\n';
	expect(
		withHead(
			`---\nid: a-2024 # 号\n---\n${body}`,
			documentText({ id: 'a-2024', type: 'webpage', title: '题目' }, ['一。']),
		),
	).toBe(`---\nid: a-2024 # 号\ntype: webpage\ntitle: 题目\n---\n${body}`);
});

test('without comments, or without a head, the new text is as it is', () => {
	const after = documentText(source, ['一。']);
	for (const before of [documentText(source, ['二。']).replace('note: "有 # 号"\n', ''), '没有头', '---\n开着', ''])
		expect(withComments(before, after)).toBe(after);
	expect(withComments('---\r\nid: a-2024 # 号\r\n---\r\n', after)).toContain('id: a-2024 # 号\ntype: webpage\n');
});

test('whatever was there, the new text reads back as itself', () => {
	const line = fc.constantFrom(
		'# 注',
		'',
		'id: a-2024 # 一',
		'title: "x # y"',
		"title: '它 # 的' # 二",
		'held:',
		'  from: a # b',
		'  # 里面',
		'note: |',
		'  文 # 字',
		'missing: [',
		'  issued ]',
		'- 怪',
		'author: [{ literal: 李 }] # 三',
		"it's: a # b",
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 12 }), lines => {
			const after = documentText(source, ['一。', '二。']);
			const read = (text: string) => {
				const { head, paragraphs, problems } = readDocument('documents/a.md', text);
				return { value: head?.value, paragraphs, problems: problems.length };
			};
			expect(read(withComments(`---\n${lines.join('\n')}\n---\n\n旧。\n`, after))).toEqual(read(after));
		}),
		{ numRuns: 300 },
	);
});
