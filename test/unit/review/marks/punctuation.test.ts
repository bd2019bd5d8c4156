// Marks that are put right, all at once as Fix All does: brackets in pairs or not at all, and nothing else touched.
import { describe, expect, test } from 'vitest';
import { bracketPartners } from '../../../../src/core/review/marks/brackets';
import { applyEdits } from '../../../../src/core/draft/edit';

import { fixAll, fixesOf, review } from './fixAll';

describe('brackets', () => {
	test.each([
		['采用政府和社会资本合作(PPP)模式。', '采用政府和社会资本合作（PPP）模式。'],
		['比上年提高(见表1)。', '比上年提高（见表1）。'],
		['合作（PPP)模式', '合作（PPP）模式'],
		['合作(PPP）模式', '合作（PPP）模式'],
		['提高(见表 1)。', '提高（见表 1）。'],
		['提高(其中a(b)c)。', '提高（其中a(b)c）。'],
		['提高（其中f(x)和g(y)）。', '提高（其中f(x)和g(y)）。'],
		['有（见 1) 甲 2) 乙）。', '有（见 1) 甲 2) 乙）。'],
		['提高(见“表(1)”)。', '提高（见“表（1）”）。'],
		['第一行(甲\n乙 b)丙', '第一行（甲\n乙 b）丙'],
		['其中($x$为变量)成立', '其中（$x$为变量）成立'],
		['用[数据(新)](图1(新).png)和`f(值)`。', '用[数据（新）](图1(新).png)和`f(值)`。'],
		['(一) 甲', '（一） 甲'],
	])('%s', (draft, wanted) => expect(fixAll(draft)).toBe(wanted));

	test.each([
		'f(x)和 (a) 都好',
		'1) 甲。2) 乙',
		'合作(PPP模式',
		'合作PPP)模式',
		'一) 甲(乙',
		'很好:smile:。',
		'Innovation (new) 创新',
	])('%s stays', draft => expect(fixAll(draft)).toBe(draft));

	test('each bracket is a finding, and the fix of either mends both', () => {
		const draft = '合作(PPP)模式';
		expect(review(draft, 'markdown').map(one => [one.code, one.start, one.end])).toEqual([
			['punctuation.halfwidth', 2, 3],
			['punctuation.halfwidth', 6, 7],
		]);
		for (const edits of fixesOf(draft, 'markdown')) expect(applyEdits(draft, edits)).toBe('合作（PPP）模式');
	});
	test('one without a partner is told of as such, and nothing is proposed', () => {
		expect(review('合作(PPP模式', 'markdown').map(one => [one.code, one.data.wording])).toEqual([
			['punctuation.unbalanced', undefined],
		]);
	});
});

describe('stops behind what is cited', () => {
	test.each([
		['新质生产力很重要[^1].后面还有一句话。', '新质生产力很重要[^1]。后面还有一句话。'],
		['新质生产力很重要[^1].', '新质生产力很重要[^1]。'],
		['新质生产力很重要[@li2024].后面还有。', '新质生产力很重要[@li2024]。后面还有。'],
		['新质生产力很重要[1].后面还有。', '新质生产力很重要[1]。后面还有。'],
		['新质生产力**很重要**.后面还有。', '新质生产力**很重要**。后面还有。'],
	])('%s', (draft, wanted) => expect(fixAll(draft)).toBe(wanted));

	test.each(['新质生产力很重要。[^1].', '见 `文件`.后缀名', 'GB/T 7714[1].2015', '[^1]: 某书. 北京: 出版社, 2020.'])(
		'%s stays',
		draft => expect(fixAll(draft)).toBe(draft),
	);
});

describe('commas behind what is blanked out', () => {
	test.each([
		['有所增长[^3],后者下降;又[@wang2020],另有', '有所增长[^3]，后者下降;又[@wang2020]，另有'],
		['**重点**,其次;`甲`,乙;$x$,丙', '**重点**，其次;`甲`，乙;$x$，丙'],
	])('%s', (draft, wanted) => expect(fixAll(draft)).toBe(wanted.replaceAll(';', '；')));

	test.each(['见https://example.org/a,报告/b', '见<https://example.org/a> , b', '有[^3],b[^4],c'])('%s stays', draft =>
		expect(fixAll(draft)).toBe(draft),
	);
});

test.each([
	['（甲“乙）丙“。', 'turned, it would close across a bracket'],
	['《甲“乙》丙“。', 'turned, it would close across a title'],
])('%s stays: %s', draft => expect(fixAll(draft)).toBe(draft));

describe('straight marks of quotation', () => {
	test.each([
		['他说"经济要稳",这是要求.', '他说“经济要稳”，这是要求。'],
		['推进"两个毫不动摇"和"双碳"工作', '推进“两个毫不动摇”和“双碳”工作'],
		['采用"AI"技术', '采用“AI”技术'],
		['"高质量发展"', '“高质量发展”'],
		['他说:"增长5%".', '他说：“增长5%”。'],
		['采用AI,"智能体"和数据', '采用AI，“智能体”和数据'],
		['「甲」和"乙"并存', '「甲」和「乙」并存'],
		['| "甲" | "乙 |\n|---|---|', '| “甲” | "乙 |\n|---|---|'],
		['用[说"要稳"](a.md "标题")。', '用[说“要稳”](a.md "标题")。'],
		['命令`echo "甲"`说"要稳"。', '命令`echo "甲"`说“要稳”。'],
	])('%s', (draft, wanted) => expect(fixAll(draft)).toBe(wanted));

	test.each([
		['说"甲乙', 'one alone'],
		['24"显示器和32"显示器', 'inches'],
		['He said "创新" is a word we use', 'English'],
		['配置为{"名称": "甲"}', 'data'],
		['运行echo "甲"即可', 'a command'],
		['设x="甲"后', 'an assignment'],
		['<a title="中文">中文</a>', 'an attribute'],
		['---\ntitle: "中文"\n---\n', 'front matter'],
		['“他说"甲"的”', 'within others'],
		['中"（甲"乙）', 'across a bracket'],
		['调用print("甲")输出', 'a call'],
	])('%s stays: %s', draft => expect(fixAll(draft)).toBe(draft));

	test('in LaTeX they stay', () => expect(fixAll('他说"经济要稳"。', 'latex')).toBe('他说"经济要稳"。'));

	test('each mark is a finding, and the fix of either mends both', () => {
		const draft = '他说"要稳"';
		expect(review(draft, 'markdown').map(one => [one.start, one.data.wording])).toEqual([
			[2, '“'],
			[5, '”'],
		]);
		for (const edits of fixesOf(draft, 'markdown')) expect(applyEdits(draft, edits)).toBe('他说“要稳”');
	});
});

describe('stops', () => {
	test.each([
		['这是要求.', '这是要求。'],
		[
			'这是要求.[^1]\n\n[^1]: 王五. 大学教程[M]. 北京：某社，2008.',
			'这是要求。[^1]\n\n[^1]: 王五. 大学教程[M]. 北京：某社，2008.',
		],
		['加快建设现代化产业体系. 推动经济高质量发展.', '加快建设现代化产业体系。 推动经济高质量发展。'],
		['是不是这样?当然是!', '是不是这样？当然是！'],
		['真的吗?!', '真的吗？！'],
		['增长5.2%.', '增长5.2%。'],
		['他说“要稳”.', '他说“要稳”。'],
		['是什么;为什么:', '是什么；为什么：'],
	])('%s', (draft, wanted) => expect(fixAll(draft)).toBe(wanted));

	test.each([
		['见报告.docx和中国.cn', 'names of files'],
		['一. 总则\n\n第二章. 分则\n\n（三）. 附则\n\n甲. 乙', 'numbers'],
		['列奥纳多.达.芬奇画的', 'a name'],
		['等等...还有..', 'an ellipsis'],
		['We call this 创新. It is new.', 'English'],
		['[1] 王五. 大学教程[M]. 2 版. 北京：某社，2008.', 'a reference'],
		['于潇, 刘义, 等. 题名: 副题[J]. 刊名, 2012, 52(2): 1-9.', 'a reference with half-width marks'],
		['王五. 论高质量发展的内涵. 北京', 'a reference without a type'],
		['看http://甲.cn/?a=乙和https://a.cn/路径?页=1。', 'addresses'],
		['文字![图](a.png)', 'a picture'],
		['## 总则.', 'a heading'],
		['增长3.5，第1.2节', 'numbers'],
		['后缀为.`md`', 'a suffix'],
	])('%s stays: %s', draft => expect(fixAll(draft)).toBe(draft));
});

test('in LaTeX names are left alone', () => {
	const draft = '见图\\ref{图:结构(新)}和\\label{表:甲}。\n';
	expect(fixAll(draft, 'latex')).toBe(draft);
});

test('brackets of a table are those of their cells', () => {
	const partners = (text: string) => [...bracketPartners(text)].filter(([open, close]) => open < close);
	expect(partners('| 合作（甲 | 乙) |\n|---|---|\n| 一(二) | 三 |')).toEqual([[27, 29]]);
	expect(partners('| 合作（甲 | 乙) |')).toEqual([]);
	expect(partners('甲 | 乙\n--- | ---\n一（二 | 三）')).toEqual([]);
	expect(partners('一（二|三）四')).toEqual([[1, 5]]);
	expect(partners('合作（甲 & 乙) \\\\\n一(二) & 三 \\\\')).toEqual([[14, 16]]);
	expect(partners('一（二 \\& 三) \\\\ 四（五 \\\\ 六）')).toEqual([
		[1, 8],
		[14, 21],
	]);
	expect(partners('一（二 \\& 三) & 四（五 \\\\ 六）')).toEqual([[1, 8]]);
	expect(partners('研发（R&D) 投入')).toEqual([[2, 6]]);
});
