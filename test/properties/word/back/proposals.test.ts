// What came back from Word, beside the draft: changes, remarks, other words; taken over, the draft says what Word says.
import { describe, expect, test } from 'vitest';
import { escapeFor } from '../../../../src/core/citations/edits/escape';
import { Draft } from '../../../../src/core/draft/draft';
import { applyEdits } from '../../../../src/core/draft/edit';
import { proposalsOf } from '../../../../src/core/word/back/proposals';
import { tracked, type Tracked } from '../../../support/tracked';
import { wordOf } from '../../../support/wordFile';

const text = `# 关于发展的意见

各区，各部门：

## 一、总体要求

要坚持**创新驱动**，加快发展[^a]。要落实到位。

- 第一条措施
- 第二条措施

| 指标 | 数值 |
|---|---|
| 产值 | 一百 |

结尾的话。

某市某局
2024年3月18日

[^a]: 注文在此。
`;

async function back(changes: readonly Tracked[], draft = text, exported = text) {
	const { bytes } = await wordOf(exported);
	const found = proposalsOf(tracked(bytes, changes), new Draft(draft, 'markdown'), one => escapeFor('markdown', one));
	return found?.proposals ?? [];
}

const taken = (proposals: Awaited<ReturnType<typeof back>>, draft = text) =>
	applyEdits(
		draft,
		proposals.flatMap(one => one.edits ?? []).sort((a, b) => a.start - b.start),
	);

test('a file that came back as it was has nothing to say', async () => {
	expect(await back([])).toEqual([]);
});

describe('changes', () => {
	test.each<[string, Tracked, string, string]>([
		['put in', { at: '加快发展', insert: '和改革' }, '加快发展[^a]', '加快发展和改革[^a]'],
		['put in behind a note', { at: '。要落实', delete: '', insert: '，要落实' }, '[^a]。要落实', '[^a]，要落实'],
		['taken out', { at: '到位', delete: '' }, '要落实到位。', '要落实。'],
		['instead', { at: '创新驱动', delete: '', insert: '科技创新' }, '**创新驱动**', '**科技创新**'],
		['in a heading', { at: '总体要求', delete: '', insert: '基本原则' }, '一、总体要求', '一、基本原则'],
		['in an item', { at: '第二条', delete: '', insert: '第三条' }, '- 第二条措施', '- 第三条措施'],
		['in a cell', { at: '一百', delete: '', insert: '二百' }, '| 一百 |', '| 二百 |'],
		['signs of Markdown', { at: '结尾', insert: '*甲*' }, '结尾的话', '结尾\\*甲\\*的话'],
	])('%s', async (_, change, before, after) => {
		const proposals = await back([change]);
		expect(proposals).toMatchObject([{ kind: 'change', author: '王某', date: '2024-03-18T09:00:00Z' }]);
		expect(taken(proposals)).toBe(text.replace(before, after));
	});

	test('all together', async () => {
		const proposals = await back([
			{ at: '加快发展', insert: '和改革' },
			{ at: '第一条', delete: '', insert: '首条' },
			{ at: '的话', delete: '' },
		]);
		expect(taken(proposals)).toBe(
			text.replace('加快发展', '加快发展和改革').replace('第一条', '首条').replace('的话', ''),
		);
	});

	test('a note that is put in again is its label, a new one a note in the text', async () => {
		const xml = '<w:r><w:t>又见</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>';
		expect(taken(await back([{ at: '结尾的话', xml }]))).toContain('结尾的话又见[^a]。');
	});

	test('where the draft has other words by now it is said and not made', async () => {
		const draft = text.replace('要落实到位', '要抓实抓细');
		const proposals = await back([{ at: '到位', delete: '' }], draft);
		const [change] = proposals.filter(one => one.kind === 'change');
		expect(change).toMatchObject({ deleted: '到位' });
		expect(change?.edits).toBeUndefined();
	});

	test('the draft was written on meanwhile', async () => {
		const draft = text.replace('各区，各部门：\n', '各区，各部门：\n\n新写的一段话在这里。\n');
		const proposals = await back([{ at: '加快发展', insert: '和改革' }], draft);
		expect(
			taken(
				proposals.filter(one => one.kind === 'change'),
				draft,
			),
		).toBe(draft.replace('加快发展', '加快发展和改革'));
	});
});

test('a remark stands at its words, with who made it and when', async () => {
	const [remark] = await back([{ at: '加快发展', remark: '请核实' }]);
	expect(remark).toMatchObject({ kind: 'remark', author: '王某', remark: '请核实' });
	expect(text.slice(remark?.start, remark?.end)).toBe('加快发展');
});

test('words that were changed without being tracked are told as what they are', async () => {
	const proposals = await back([{ at: '要落实', instead: '须落实' }]);
	expect(proposals).toMatchObject([{ kind: 'difference', author: '', deleted: '要', inserted: '须' }]);
	expect(taken(proposals)).toBe(text.replace('要落实', '须落实'));
});

test('what is no Word file is nothing', () => {
	expect(proposalsOf(new Uint8Array([1, 2]), new Draft(text, 'markdown'), one => one)).toBeUndefined();
});

test('captions that an export sets on the other side of a table or a picture have not moved', async () => {
	const own = `${text}\n正文见表1和图1。\n\n| a |\n|---|\n| 1 |\n\n表1 各地情况\n\n图1 路线\n\n![](a.png)\n`;
	expect(await back([], own, own)).toEqual([]);
});

test('annexes of the front matter are nothing new', async () => {
	const own = `---\ntitle: 通知\n附件: [工作方案, 任务清单]\n---\n\n${text}`;
	expect(await back([], own, own)).toEqual([]);
});

describe('words of Word that Markdown would read as marks', () => {
	test.each<readonly [string, Tracked, string]>([
		['at the beginning, not tracked', { at: '结尾的话。', instead: '# 结尾的话。' }, '\\# 结尾的话。'],
		['within', { at: '要落实', instead: '要*落实*' }, '要坚持**创新驱动**，加快发展[^a]。要\\*落实\\*到位。'],
		['instead of the first words', { at: '结尾', delete: '结尾', insert: '1. ' }, '1\\. 的话。'],
		['left at the beginning', { at: '另见', delete: '另见' }, '\\- 某事，结尾。'],
		['left at the beginning as a number', { at: '又见', delete: '又见' }, '2\\. 某事，结尾。'],
	])('%s', async (_, change, line) => {
		const own = `${text}\n另见- 某事，结尾。\n\n又见2. 某事，结尾。\n`;
		const lines = taken(await back([change], own, own), own).split('\n');
		expect(lines).toContain(line);
	});
});

describe('the front matter', () => {
	const own = `---\ntitle: 关于发展的若干意见\n发文机关: "某市人民政府"\n文号: 某政发〔2024〕1号\n---\n\n各区，各部门：\n\n要坚持创新驱动。要落实到位。\n\n结尾的话。\n`;

	test('of an export that nobody changed is as it was', async () => {
		expect(await back([], own, own)).toEqual([]);
	});

	test.each<readonly [string, Tracked, string]>([
		['tracked', { at: '若干', delete: '若干', insert: '几点' }, 'title: 关于发展的几点意见'],
		['not tracked', { at: '若干意见', instead: '实施意见' }, 'title: 关于发展的实施意见'],
		['changed almost altogether', { at: '关于发展的若干意见', instead: '创新方案' }, 'title: 创新方案'],
		['with marks of YAML', { at: '若干', delete: '若干', insert: ': #' }, 'title: "关于发展的: #意见"'],
		['in quotation marks', { at: '某市人民', delete: '某市人民', insert: '"某"区' }, '发文机关: "\\"某\\"区政府"'],
		['a number', { at: '2024', delete: '2024', insert: '2025' }, '文号: 某政发〔2025〕1号'],
	])('%s', async (_, change, line) => {
		const found = taken(await back([change], own, own), own);
		expect(found.split('\n')).toContain(line);
		expect(found.split('\n')).toHaveLength(own.split('\n').length);
	});

	test('stands above a paragraph that was put in below the title', async () => {
		const who = 'w:author="王某" w:date="2024-03-18T09:00:00Z"';
		const end = `</w:ins></w:p><w:p><w:pPr><w:rPr><w:ins w:id="7" ${who}/></w:rPr></w:pPr><w:ins w:id="8" ${who}>`;
		const xml = `${end}<w:r><w:t>新的一段。</w:t></w:r>`;
		const found = taken(await back([{ at: '若干意见', xml }], own, own), own);
		expect(found).toBe(own.replace('各区，', '新的一段。\n\n各区，'));
	});
});
