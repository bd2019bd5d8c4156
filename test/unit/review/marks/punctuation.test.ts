// Marks that are put right, all at once as Fix All does: brackets in pairs or not at all, and nothing else touched.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketPartners } from '../../../../src/core/review/marks/brackets';
import { Draft } from '../../../../src/core/draft/draft';
import { applyEdits, type Edit } from '../../../../src/core/draft/edit';
import { Reviewer } from '../../../../src/core/review/review';
import { createPolicyService, type DraftLanguage } from '../../../../src/core/service';
import { corpusOf } from '../corpus';

const corpus = corpusOf({});
const service = createPolicyService(corpus);
const review = (draft: string, language: DraftLanguage) =>
	new Reviewer(corpus).reviewNow(new Draft(draft, language), { families: ['punctuation'] }).findings;
const fixesOf = (text: string, language: DraftLanguage) =>
	review(text, language).map(
		finding =>
			service.fixes(new Draft(text, language), finding, 'footnote', {}).find(fix => fix.kind === 'wording')?.edits ??
			[],
	);

/** Every mark that can be put right put right; of two fixes that touch each other the first. */
function fixAll(text: string, language: DraftLanguage = 'markdown'): string {
	const edits: Edit[] = [];
	for (const fix of fixesOf(text, language))
		if (!fix.some(one => edits.some(other => one.start < other.end && other.start < one.end))) edits.push(...fix);
	return applyEdits(
		text,
		edits.sort((a, b) => a.start - b.start),
	);
}

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

const opens = '“‘「『（(《〈【〔';
const closes = '”’」』）)》〉】〕';
const pieces = fc.constantFrom(
	...opens,
	...closes,
	...[
		'甲',
		'乙',
		'文',
		'，',
		'。',
		',',
		':',
		';',
		'a',
		'f',
		'1',
		' ',
		'\n',
		'$x$',
		'`f(甲)`',
		'[丙](b(1).md)',
		'PPP',
		'1)',
		'2）',
		'5%',
		'―',
		'"',
		'.',
		'?',
		'!',
		'一. ',
		'`"甲"`',
		'<b title="甲">',
		'[^1]',
		'加快建设体系',
		'𠮷',
		'\uD83D\uDE00',
	],
);
const texts = fc.oneof(
	fc.array(pieces, { minLength: 1, maxLength: 24 }).map(all => all.join('')),
	// Drafts as they mostly are: pairs within pairs, of one width or two.
	fc.letrec<{ text: string }>(tie => ({
		text: fc.oneof(
			{ maxDepth: 4 },
			fc.constantFrom('合作', 'PPP', '见表1', '，', ',', 'f', '1', ' ', '$x$', '甲\n乙', '`g(甲)`'),
			fc
				.tuple(
					fc.constantFrom('()', '（）', '（)', '(）', '“”', '《》', '“”', '‘’', '““', '””'),
					tie('text'),
					tie('text'),
				)
				.map(([pair, inner, behind]) => `${pair[0]!}${inner}${pair[1]!}${behind}`),
			fc.tuple(tie('text'), tie('text')).map(([one, other]) => one + other),
		),
	})).text,
);

/** 1) at the beginning of a clause closes nothing. */
const listNumber = /(?:^|[。；;：:\n])[ \t]*(?:[0-9A-Za-z]{1,2}|[一二三四五六七八九十]{1,3})$/;

/** Partners of round brackets and others, whatever their width; of marks that mend nothing is known here but their order. */
function pairsIn(text: string): { readonly pairs: ReadonlySet<string>; readonly alone: number } {
	const open: { mark: string; at: number }[] = [];
	const pairs = new Set<string>();
	let alone = 0;
	const wide = (mark: string) => ({ '(': '（', ')': '）' })[mark] ?? mark;
	for (let at = 0; at < text.length; at++) {
		const mark = wide(text[at]!);
		if (opens.includes(mark)) open.push({ mark, at });
		else if (closes.includes(mark) && !(text[at] === ')' && listNumber.test(text.slice(0, at)))) {
			const wanted = wide(opens[closes.indexOf(mark)]!);
			const partner = open.findLastIndex(one => one.mark === wanted);
			if (partner < 0) alone++;
			else {
				alone += open.length - partner - 1;
				pairs.add(`${open[partner]!.at} ${at}`);
				open.length = partner;
			}
		}
	}
	return { pairs, alone: alone + open.length };
}

/** Marks of a paragraph have the partners that they had, and no more of them go together in two widths. */
function expectPairs(text: string, after: string, turned: boolean): void {
	const [before, now] = [pairsIn(text), pairsIn(after)];
	expect(now.alone).toBeLessThanOrEqual(before.alone);
	if (!turned) expect(now.pairs).toEqual(before.pairs);
	const mixed = (pairs: ReadonlySet<string>, of: string) =>
		[...pairs]
			.map(pair => pair.split(' ').map(Number) as [number, number])
			.filter(([open]) => /[(（]/.test(of[open]!))
			.filter(([open, close]) => (of[open] === '(') !== (of[close] === ')'));
	expect(mixed(now.pairs, after).length).toBeLessThanOrEqual(mixed(before.pairs, text).length);
}

/** The draft after Fix All, with all that must be true of it. */
function mended(text: string, language: DraftLanguage): string {
	const after = fixAll(text, language);
	expect(after.length).toBe(text.length);
	let turned = false;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === after[at]) continue;
		const known = { '(': '（', ')': '）', ',': '，', ':': '：', ';': '；', '.': '。', '?': '？', '!': '！', '―': '—' }[
			text[at]!
		];
		if (text[at] === '"') expect('“”「」').toContain(after[at]);
		else if (known === undefined) {
			// A mark that is turned becomes its own partner.
			expect([opens, closes].map(all => [...all].indexOf(text[at]!)).sort()).toContain(-1);
			expect((opens + closes).includes(after[at]!)).toBe(true);
			turned = true;
		} else expect(after[at]).toBe(known);
	}
	// In plain text each line is a paragraph, in Markdown and LaTeX what stands between blank lines.
	const paragraphs = (of: string) => of.split(language === 'plaintext' ? /\n/ : /\n[ \t]*\n/);
	const mates = paragraphs(after);
	// What was straight is looked at as what it has become.
	const shaped = text.replace(/"/g, (_, at: number) => after.charAt(at));
	for (const [at, paragraph] of paragraphs(shaped).entries()) expectPairs(paragraph, mates[at]!, turned);
	return after;
}

test.each(['markdown', 'plaintext', 'latex'] as const)(
	'whatever the draft, pairs are after Fix All as balanced as before and of one width, and nothing else has changed: %s',
	language => {
		fc.assert(
			fc.property(texts, text => {
				const after = mended(text, language);
				expect(mended(after, language)).toBe(after);
			}),
			{ numRuns: 1500, seed: 8 },
		);
	},
);

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
