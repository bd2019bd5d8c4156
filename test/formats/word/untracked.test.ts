// What a colleague changed in Word with nothing tracked, in files that LibreOffice wrote: whole paragraphs, rows and
// columns, joined cells, notes that were put in and renumber the others. What each makes of the draft was written first.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editsOf, returnedWord } from '../../../src/app/word/returned';
import { Draft } from '../../../src/core/draft/draft';
import { applyEdits } from '../../../src/core/draft/edit';
import { openZip, zipOf } from '../../../src/core/documents/office/zip';
import { wordLayouts } from '../../../src/core/word/manuscript';
import { wordOf } from '../../support/wordFile';

const office = spawnSync('soffice', ['--version']).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'policy-word-untracked-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = `---
author: 某市发展研究中心
date: 2024-03-18
---

# 关于发展的意见

各区，各部门：

## 一、总体要求

要坚持**创新驱动**，加快发展[^a]。要落实到位。

要统筹发展和安全，守住底线，防范化解重大风险。

## 二、主要任务

- 建设现代化产业体系
- 深化科技体制改革
- 扩大高水平对外开放

优化营商环境，激发各类经营主体活力[^b]。

表1 主要指标

| 指标 | 数值 | 单位 |
|:--|--:|---|
| 产值 | 一百 | 亿元 |
| 税收 | 二十 | 亿元 |
| 就业 | 三十 | 万人 |

见表1。各地要抓好落实[^c]，确保取得实效。

[^a]: 注文在此。
[^b]: 另一条注，内容不同。
[^c]: 第三条注释，也不一样。
`;

/** The last paragraph with some words: those of contents come first. */
const paragraph = (words: string) =>
	new RegExp(`<w:p>(?:(?!</w:p>).)*${words}(?:(?!</w:p>).)*</w:p>(?!.*<w:p>(?:(?!</w:p>).)*${words})`, 's');
const row = (words: string) => new RegExp(`<w:tr>(?:(?!</w:tr>).)*${words}(?:(?!</w:tr>).)*</w:tr>`, 's');
const cell = (words: string) => new RegExp(`<w:tc>(?:(?!</w:tc>).)*${words}(?:(?!</w:tc>).)*</w:tc>`, 's');
const found = (xml: string, pattern: RegExp) => pattern.exec(xml)?.[0] ?? '';
/** Another paragraph like the one with some words. */
const like = (xml: string, words: string, other: string) =>
	found(xml, paragraph(words))
		.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')
		.replace(/(<\/w:pPr>|<w:p>)(?:(?!<\/w:pPr>).)*<\/w:p>$/s, `$1<w:r><w:t>${other}</w:t></w:r></w:p>`);
const plain = (words: string) => `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
const behind = (words: string, add: (xml: string) => string) => (xml: string) =>
	xml.replace(paragraph(words), all => all + add(xml));
const without = (words: string) => (xml: string) => xml.replace(paragraph(words), '');
const moved = (words: string, to: string) => (xml: string) => {
	const one = found(xml, paragraph(words));
	return xml.replace(one, '').replace(paragraph(to), all => all + one);
};
const joinCells = (xml: string, words: string, next: string) => {
	const [first, second] = [found(xml, cell(words)), found(xml, cell(next))];
	const inner = /<w:p>.*<\/w:p>/s.exec(second)?.[0] ?? '';
	const wide = first.replace(/(<w:tcW[^>]*>)/, '$1<w:gridSpan w:val="2"/>').replace('</w:tc>', `${inner}</w:tc>`);
	return xml.replace(second, '').replace(first, wide);
};
const eachRow = (xml: string, change: (row: string) => string) => xml.replace(/<w:tr>.*?<\/w:tr>/gs, change);
const splitColumn = (xml: string) =>
	xml.replace(/(<w:gridCol [^>]*>)<w:gridCol w:w="(\d+)"\/>/, (_, first: string, width: string) => {
		const half = `<w:gridCol w:w="${Math.floor(Number(width) / 2)}"/>`;
		return first + half + half;
	});
const noteBehind = (words: string) => (xml: string) =>
	xml.replace(`${words}`, `${words}</w:t></w:r><w:r><w:footnoteReference w:id="77"/></w:r><w:r><w:t>`);
const note = (words: string) =>
	`<w:footnote w:id="77"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>${words}</w:t></w:r></w:p></w:footnote>`;

type Change = (xml: string) => string;
type Case = readonly [name: string, change: Change, expected: Change, proposals: number, inNotes?: Change];
const put = (from: string, to: string) => (draft: string) => draft.replace(from, to);
const cut =
	(...words: string[]) =>
	(draft: string) =>
		words.reduce((left, one) => left.replace(one, ''), draft);
const safety = '要统筹发展和安全，守住底线，防范化解重大风险。';
const market = '优化营商环境，激发各类经营主体活力[^b]。';

const cases: readonly Case[] = [
	['nothing', xml => xml, draft => draft, 0],
	[
		'a paragraph in the middle',
		behind('落实到位', () => plain('加强组织领导。')),
		put('落实到位。\n', '落实到位。\n\n加强组织领导。\n'),
		1,
	],
	[
		'at the end',
		behind('取得实效', () => plain('重大情况及时报告。')),
		put('取得实效。\n', '取得实效。\n\n重大情况及时报告。\n'),
		1,
	],
	[
		'below the title',
		behind('关于发展的意见', () => plain('经市政府同意，现提出如下意见。')),
		put('的意见\n', '的意见\n\n经市政府同意，现提出如下意见。\n'),
		1,
	],
	[
		'two paragraphs',
		behind('落实到位', () => plain('加强组织领导。') + plain('完善工作机制。')),
		put('落实到位。\n', '落实到位。\n\n加强组织领导。\n\n完善工作机制。\n'),
		2,
	],
	[
		'a heading with a paragraph',
		behind('取得实效', xml => like(xml, '二、主要任务', '三、组织保障') + plain('压实各方责任。')),
		put('取得实效。\n', '取得实效。\n\n## 三、组织保障\n\n压实各方责任。\n'),
		2,
	],
	[
		'an item',
		behind('深化科技', xml => like(xml, '深化科技', '促进区域协调发展')),
		put('改革\n', '改革\n- 促进区域协调发展\n'),
		1,
	],
	['a paragraph taken out', without('守住底线'), cut(`${safety}\n\n`), 1],
	['one with its note taken out', without('优化营商'), cut(`${market}\n\n`, '[^b]: 另一条注，内容不同。\n'), 1],
	['a heading taken out', without('二、主要任务'), cut('## 二、主要任务\n\n'), 1],
	['an item taken out', without('深化科技'), cut('- 深化科技体制改革\n'), 1],
	[
		'the last taken out',
		without('取得实效'),
		cut('见表1。各地要抓好落实[^c]，确保取得实效。\n\n', '[^c]: 第三条注释，也不一样。\n'),
		1,
	],
	[
		'moved down',
		moved('守住底线', '优化营商'),
		draft => draft.replace(`${safety}\n\n`, '').replace(market, `${market}\n\n${safety}`),
		1,
	],
	[
		'moved up with its note',
		moved('优化营商', '落实到位'),
		draft => draft.replace(`${market}\n\n`, '').replace('落实到位。\n', `落实到位。\n\n${market}\n`),
		1,
	],
	[
		'an item moved',
		moved('建设现代', '扩大高水平'),
		draft => draft.replace('- 建设现代化产业体系\n', '').replace('开放\n', '开放\n- 建设现代化产业体系\n'),
		1,
	],
	[
		'other words instead',
		xml => xml.replace(found(xml, paragraph('守住底线')), plain('完善社会信用制度。')),
		put(safety, '完善社会信用制度。'),
		2,
	],
	[
		'a row',
		xml => xml.replace(row('税收'), all => all + all.replace('税收', '出口').replace('二十', '四十')),
		put('| 税收 | 二十 | 亿元 |\n', '| 税收 | 二十 | 亿元 |\n| 出口 | 四十 | 亿元 |\n'),
		1,
	],
	['a row taken out', xml => xml.replace(row('税收'), ''), cut('| 税收 | 二十 | 亿元 |\n'), 1],
	['a cell changed', xml => xml.replace('二十', '六百'), put('二十', '六百'), 1],
	[
		'a column',
		xml =>
			eachRow(xml, one =>
				one.replace(/<w:tc>(?:(?!<w:tc>).)*<\/w:tc>(?=<\/w:tr>)/s, all => all + all.replace(/单位|亿元|万人/, '备注')),
			),
		draft =>
			draft
				.replace('| 单位 |', '| 单位 | 备注 |')
				.replace('|:--|--:|---|', '|:--|--:|---|---|')
				.replace(/(亿元|万人) \|/g, '$1 | 备注 |'),
		1,
	],
	[
		'a column taken out',
		xml => eachRow(xml, one => one.replace(/<w:tc>(?:(?!<w:tc>).)*<\/w:tc>(?=<\/w:tr>)/s, '')),
		draft => draft.replace(/ (?:单位|亿元|万人) \|/g, '').replace('|:--|--:|---|', '|:--|--:|'),
		1,
	],
	[
		'cells joined in a row',
		xml => xml.replace(row('税收'), all => joinCells(all, '二十', '亿元')),
		put('| 税收 | 二十 | 亿元 |', '| 税收 | 二十<br>亿元 |  |'),
		1,
	],
	[
		'a cell split',
		xml =>
			eachRow(splitColumn(xml), one =>
				one.includes('税收')
					? one.replace(cell('二十'), all => all + all.replace('二十', '其中八成'))
					: one.replace(cell('数值|一百|三十'), all => all.replace(/(<w:tcW[^>]*>)/, '$1<w:gridSpan w:val="2"/>')),
			),
		draft =>
			draft
				.replace(/\| (数值|一百|三十) \|/g, '| $1 |  |')
				.replace('| 二十 |', '| 二十 | 其中八成 |')
				.replace('|:--|--:|---|', '|:--|--:|---|---|'),
		1,
	],
	[
		'cells joined below each other',
		xml =>
			xml
				.replace(cell('产值'), all => all.replace(/(<w:tcW[^>]*>)/, '$1<w:vMerge w:val="restart"/>'))
				.replace(cell('税收'), all => all.replace(/(<w:tcW[^>]*>)/, '$1<w:vMerge/>').replace('税收', '')),
		put('| 税收 | 二十', '|  | 二十'),
		1,
	],
	[
		'a table taken out',
		xml => xml.replace(/<w:tbl>.*<\/w:tbl>/s, ''),
		cut(`| 指标 | 数值 | 单位 |
|:--|--:|---|
| 产值 | 一百 | 亿元 |
| 税收 | 二十 | 亿元 |
| 就业 | 三十 | 万人 |

`),
		1,
	],
	['a note put in before the others', noteBehind('各部门'), put('各部门：', '各部门^[新加的注释。]：'), 1],
	[
		'a paragraph with a note',
		behind('落实到位', () => plain('重在落实').replace('</w:p>', '<w:r><w:footnoteReference w:id="77"/></w:r></w:p>')),
		put('落实到位。\n', '落实到位。\n\n重在落实^[新加的注释。]\n'),
		1,
	],
	[
		'words behind notes that have other numbers',
		xml => noteBehind('各部门')(xml).replace('确保取得实效', '确保取得更大实效'),
		draft => draft.replace('各部门：', '各部门^[新加的注释。]：').replace('确保取得实效', '确保取得更大实效'),
		2,
	],
	['words in a note', xml => xml, put('内容不同', '内容完全不同'), 1, put('内容不同', '内容完全不同')],
	[
		'another sentence in a note',
		xml => xml,
		put('第三条注释，也不一样。', '参见附件。'),
		1,
		put('第三条注释，也不一样。', '参见附件。'),
	],
	[
		'much at once',
		xml => behind('取得实效', () => plain('重大情况及时报告。'))(without('深化科技')(xml)).replace('二十', '六百'),
		draft =>
			draft
				.replace('- 深化科技体制改革\n', '')
				.replace('取得实效。\n', '取得实效。\n\n重大情况及时报告。\n')
				.replace('二十', '六百'),
		3,
	],
];
const all = wordLayouts.flatMap(layout => cases.map(one => [one[0], layout, one] as const));
const path = (name: string, layout: string) => `${name.replaceAll(' ', '-')}-${layout}.docx`;

beforeAll(async () => {
	if (!office) return;
	for (const [name, layout, [, change, , , inNotes = (xml: string) => xml]] of all) {
		const zip = openZip((await wordOf(text, { layout })).bytes);
		if (typeof zip === 'string') throw new Error(zip);
		const parts = new Map<string, Uint8Array>();
		for (const part of zip.names) {
			const bytes = zip.read(part);
			if (typeof bytes !== 'string') parts.set(part, bytes);
		}
		const edit = (part: string, by: Change) =>
			parts.set(part, new TextEncoder().encode(by(new TextDecoder().decode(parts.get(part)))));
		const read = () =>
			['document', 'footnotes'].map(part => new TextDecoder().decode(parts.get(`word/${part}.xml`))).join('');
		const before = read();
		edit('word/document.xml', change);
		edit('word/footnotes.xml', inNotes);
		const after = read();
		if (name !== 'nothing') expect(after, name).not.toBe(before);
		// Word numbers all notes anew when it saves a file, in the order in which they are referred to.
		const ids = [...after.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id = '']) => id);
		const renumbered = (xml: string) =>
			xml.replace(
				/(<w:footnote(?:Reference)? w:id=")(\d+)"/g,
				(_, before: string, id: string) => `${before}${ids.indexOf(id) + 1}"`,
			);
		edit('word/document.xml', renumbered);
		// … and writes those that are referred to, in that order.
		edit('word/footnotes.xml', xml => {
			const own = /<w:footnote w:id="(\d+)".*?<\/w:footnote>/gs;
			const notes = [...(xml + note('新加的注释。')).matchAll(own)]
				.filter(([, id = '']) => ids.includes(id))
				.sort(([, a = ''], [, b = '']) => ids.indexOf(a) - ids.indexOf(b));
			const left = xml.replace(own, '').replace('</w:footnotes>', '');
			return renumbered(`${left}${notes.map(([all]) => all).join('')}</w:footnotes>`);
		});
		writeFileSync(join(folder, path(name, layout)), zipOf(parts));
	}
	const files = all.map(([name, layout]) => join(folder, path(name, layout)));
	const home = `-env:UserInstallation=file://${join(folder, 'office')}`;
	const into = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out')];
	spawnSync('soffice', [home, '--headless', ...into, ...files], { timeout: 250_000 });
}, 300_000);

describe.skipIf(!office)('changed in Word with nothing tracked', () => {
	test.each(all)('%s, %s', (name, layout, [, , expected, count]) => {
		const bytes = new Uint8Array(readFileSync(join(folder, 'out', path(name, layout))));
		const proposals = returnedWord(bytes, new Draft(text, 'markdown'))?.proposals ?? [];
		const shown = proposals.map(one => `${one.kind} ${one.deleted} → ${one.inserted}`);
		expect(applyEdits(text, editsOf(proposals)), shown.join('\n')).toBe(expected(text));
		expect(proposals.every(({ kind }) => kind === 'difference')).toBe(true);
		expect(shown).toHaveLength(count);
	});
});
