// Holds what a review report says, in both languages, and that nothing in a draft or a source can break it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { Change, Finding } from '../../../../../src/core/service';
import { isReport } from '../../../../../src/app/drafts';
import { compose, type Report, type ReportFile, type Translate } from '../../../../../src/editor/review/report/report';
import { entriesOf } from '../../../../../src/editor/review/view/rows';

const chinese = JSON.parse(
	readFileSync(join(import.meta.dirname, '../../../../../l10n/bundle.l10n.zh-cn.json'), 'utf8'),
) as Record<string, string>;
const filled = (message: string, args: readonly (string | number)[]) =>
	message.replace(/\{(\d+)\}/g, (_, at: string) => String(args[Number(at)]));
const en: Translate = (message, ...args) => filled(message, args);
const zh: Translate = (message, ...args) => filled(chinese[message] ?? `untranslated: ${message}`, args);

const draft = '# 一\n\n总书记强调：“科技创新能够促成新产业。”\n要加快发展新质生产利。\n“哪里都没有的一句话。”\n';
const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const changes: readonly Change[] = [{ kind: 'replaced', ...at(draft, '促成'), written: '促成', original: '催生' }];
const found: readonly Finding[] = [
	{
		code: 'wording.wrong',
		severity: 'warning',
		...at(draft, '新质生产利'),
		data: { wording: '新质生产力', record: 'xinzhi-shengchanli' },
	},
	{ code: 'quotation.unknown', severity: 'information', ...at(draft, '哪里都没有的一句话'), data: {} },
	{
		code: 'quotation.differs',
		severity: 'warning',
		...at(draft, '科技创新能够促成新产业'),
		data: { source: 's', paragraph: 2, wording: '科技创新能够催生新产业', changes },
	},
];
const fileOf = (
	name: string,
	text: string,
	findings: readonly Finding[],
	more: Partial<ReportFile> = {},
): ReportFile => ({
	name,
	partial: false,
	reviewed: text.length,
	...more,
	findings: entriesOf(text, findings).map(entry => ({
		...entry,
		kind: `类 ${entry.finding.code}`,
		sentence: '有一句说明。',
		place: typeof entry.finding.data.source === 'string' ? '《某文》（2024年1月31日），第2段' : '',
	})),
});
const report = (files: readonly ReportFile[], more: Partial<Report> = {}): Report => ({
	date: '2024-02-14',
	files,
	unread: [],
	packs: [{ title: '新质生产力', sources: 8, citations: 230, terms: 150, formulations: 60, documents: 2 }],
	checked: ['引语', '用词'],
	leftOut: [],
	...more,
});

test('one draft, in Chinese', () => {
	expect(compose(report([fileOf('调研报告.md', draft, found)], { leftOut: ['语料里没有'] }), zh)).toBe(
		`# 审校报告

<!-- policy-writing: report -->

- 日期：2024-02-14
- 文件：调研报告.md
- 对照的语料：新质生产力（来源 8 条，引文 230 条，术语 150 条，提法 60 条，全文 2 篇）
- 检查的内容：引语，用词
- 按设置不检查的：语料里没有

## 汇总

| 类别 | 数量 |
|---|---:|
| 类 quotation.differs | 1 |
| 类 wording.wrong | 1 |
| 类 quotation.unknown | 1 |
| 合计 | 3 |

~~划去的~~是文稿的写法，**加粗的**是来源的写法。

“类 quotation.unknown”不是判断对错：手头的材料里没有这些话，无从核对，它们完全可能是对的。

## 调研报告.md

### 类 quotation.differs（1）

1. **第3行第8列**
    - 文稿：科技创新能够促成新产业
    - 比对：科技创新能够~~促成~~**催生**新产业
    - 原文：科技创新能够催生新产业
    - 出处：《某文》（2024年1月31日），第2段
    - 说明：有一句说明。

### 类 wording.wrong（1）

1. **第4行第6列**
    - 文稿：新质生产利
    - 比对：~~新质生产利~~**新质生产力**
    - 说明：有一句说明。

### 类 quotation.unknown（1）

1. **第5行第2列**
    - 文稿：哪里都没有的一句话
    - 说明：有一句说明。
`
			.replaceAll('.differs', '\\.differs')
			.replaceAll('.wrong', '\\.wrong')
			.replaceAll('.unknown', '\\.unknown')
			.replaceAll('调研报告.md', '`调研报告.md`'),
	);
});

describe('several files', () => {
	const files = [
		fileOf('b.md', draft, found),
		fileOf('a.md', draft, found.slice(0, 1)),
		fileOf('clean.md', '无事', []),
		fileOf('long.md', '长', [], { partial: true, reviewed: 1000 }),
	];
	const text = compose(
		report(files, { unread: [{ name: 'gbk.txt', why: 'not in UTF-8' }], stopped: { done: 5, total: 9 } }),
		en,
	);

	test('stand in the order of their names, whatever order they come in', () => {
		expect([...text.matchAll(/^## (.*)$/gm)].map(one => one[1])).toEqual([
			'Summary',
			'`a.md`',
			'`b.md`',
			'`long.md`',
			'Files in which nothing was found',
			'Files that were not reviewed',
		]);
		expect(
			compose(
				report([...files].reverse(), {
					unread: [{ name: 'gbk.txt', why: 'not in UTF-8' }],
					stopped: { done: 5, total: 9 },
				}),
				en,
			),
		).toBe(text);
	});

	test('what is not complete is said at the top and where it is so', () => {
		expect(text).toContain('**Not complete: the review was stopped after 5 of 9 files.**');
		expect(text).toContain('**Not complete: some files could not be read (1); they are listed at the end.**');
		expect(text).toContain('## `long.md`\n\n**Not complete: only the first 1000 characters were checked.**');
	});

	test('the name of a file reads as it is, in the text and as a page', () => {
		const name = '关于_新质_的报告（送审稿）.md';
		const one = compose(report([fileOf(name, draft, found)], {}), zh);
		expect(one).toContain(`## \`${name}\``);
		expect(new MarkdownIt({ html: true, linkify: true }).render(one)).toContain(`<h2><code>${name}</code></h2>`);
		expect(compose(report([fileOf('无后缀', draft, found)], {}), zh)).toContain('## 无后缀\n');
	});

	test('counts are of all files', () =>
		expect(text).toContain('| 类 wording\\.wrong | 2 |\n| 类 quotation\\.unknown | 1 |\n| Together | 4 |'));
});

test('nothing found is said, and a very long list is cut with its number', () => {
	expect(compose(report([fileOf('a.md', '无事', [])]), en)).toContain('Nothing was found in what was checked.');
	const many = compose(
		report([
			fileOf(
				'a.md',
				'字'.repeat(1000),
				Array.from({ length: 1000 }, (_, start) => ({
					code: 'quotation.unknown',
					severity: 'hint',
					start,
					end: start + 1,
					data: {},
				})),
			),
		]),
		en,
	);
	expect(many).toContain('And 800 more, which are not listed here.');
	expect(many).toContain('(1000)');
});

test('hostile words stay words: no tag, link, picture, code, table or heading comes of them', () => {
	const evil =
		'<img src=x onerror=alert(1)> [点](command:x) ![图](http://x/y.png) https://example.com `码` | 表 |\n# 题\n\n```\n- [ ] \n<!-- /policy-writing: report --> &lt; [^1]: **x**';
	const names = fileOf(evil, evil, [
		{
			code: 'quotation.differs',
			severity: 'warning',
			start: 0,
			end: evil.length,
			data: {
				source: evil,
				wording: evil,
				changes: [{ kind: 'replaced', start: 5, end: 40, written: evil.slice(5, 40), original: evil }],
			},
		},
		{ code: 'wording.near', severity: 'warning', start: 0, end: 4, data: { wording: evil, record: 'r', written: 'w' } },
	]);
	const hostile = {
		...names,
		findings: names.findings.map(one => ({ ...one, kind: evil, sentence: evil, place: evil })),
	};
	const text = compose(
		report([hostile], {
			date: evil,
			packs: [{ title: evil, sources: 1, citations: 1, terms: 1, formulations: 1, documents: 1 }],
			checked: [evil],
			leftOut: [evil],
			unread: [{ name: evil, why: evil }],
		}),
		zh,
	);
	const html = new MarkdownIt({ html: true, linkify: true }).render(text);
	const tags = new Set([...html.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map(one => one[1]!.replace('/', '')));
	expect([...tags].sort()).toEqual([
		'h1',
		'h2',
		'h3',
		'li',
		'ol',
		'p',
		's',
		'strong',
		'table',
		'tbody',
		'td',
		'th',
		'thead',
		'tr',
		'ul',
	]);
	expect(html.match(/<h1/g)).toHaveLength(1);
	expect(html.match(/<!--/g)).toHaveLength(1);
	expect(html.match(/<tr/g)).toHaveLength(4);
});

test('a report is known as one', () => {
	expect(isReport(compose(report([]), en))).toBe(true);
	expect(isReport(`\n${compose(report([]), zh)}`)).toBe(true);
	expect(isReport(compose(report([]), zh).split('\n').slice(0, 5).join('\r\n'))).toBe(true);
	expect(isReport('# 一\n\n正文。<!-- policy-writing: report -->')).toBe(false);
	expect(isReport('<!-- policy-writing: references -->')).toBe(false);
});
