// Levels, numbers and headings of official documents: what is found, what is like it and right, what mending gives.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { applyEdits } from '../../../../src/core/draft/edit';
import { structureFindings } from '../../../../src/core/review/structure/structure';
import { found as reviewed } from '../corpus';

const found = (text: string) =>
	structureFindings(new Draft(text, 'markdown')).map(one => `${one.code} ${text.slice(one.start, one.end)}`);
const mended = (text: string) =>
	applyEdits(
		text,
		structureFindings(new Draft(text, 'markdown')).flatMap(({ start, end, data }) =>
			data.wording === undefined ? [] : [{ start, end, text: data.wording }],
		),
	);
const lines = (...all: readonly string[]) => `${all.join('\n\n')}\n`;

test.each([
	['headings in order', lines('一、甲', '（一）乙', '1. 丙', '（1）丁', '（2）戊', '2. 己', '（二）庚', '二、辛')],
	['a level is skipped', lines('一、甲', '1. 乙', '2. 丙', '二、丁')],
	['a list behind a colon', lines('（一）甲', '要做到：', '一、乙', '二、丙', '（二）丁')],
	['numbers within a paragraph', lines('（一）甲。（二）乙。', '（三）丙。')],
	['every part begins with one', lines('一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊')],
	['an annex begins anew', lines('一、甲', '二、乙', '附件', '一、丙', '二、丁')],
	['articles count through chapters', lines('第一章 甲', '第一条 子', '第二条 丑', '第二章 乙', '第三条 寅')],
	['a heading that runs into its paragraph', lines('## （一）加强领导。各地要落实。', '## （二）抓好落实。要检查。')],
	['an enumeration whose last item ends the sentence', lines('（一）甲地', '（二）乙地', '（三）丙地。')],
	['two figures side by side', lines('图1　甲', '图2　乙　图3　丙', '图4　丁')],
	['a number whose full stop is escaped', lines('1.甲', '2\\. I类乙', '3.丙')],
	['numbers that are decimals', lines('1.5万人参加。', '3.2亿元到位。')],
	['a time is no year', lines('历时12年3个月，建成后使用。')],
	['a list of Markdown in which all are one', '1. 甲\n1. 乙\n1. 丙\n'],
	['annexes as they are listed', lines('附件：1. 任务分工表', '2. 指标表', '附件1', '任务分工表', '附件2', '指标表')],
	['a list before the annexes', lines('1. 甲', '2. 乙', '附件：1. 甲表\n　　　2. 乙表')],
	['annexes on one line', lines('见附件2。', '附件：1. 甲表　2. 乙表')],
	['an annex of another paper', lines('按《通知》附件3办理（见附件1、附件2）。', '附件：1. 甲表', '2. 乙表')],
	[
		'an annex with annexes of its own',
		lines('附件1', '某办法', '第一条 甲', '第二条 乙', '附件1', '某表', '附件2', '另表'),
	],
	['names that are longer where they begin', lines('附件：1. 甲表', '2. 乙表', '附件1', '2024年甲表', '附件2', '乙表')],
	['an outline within a part', lines('## 背景', '### 一、甲', '### 二、乙', '## 方法', '### 一、丙')],
	['（一） of two parts', lines('## 一、甲', '### （一）乙', '## 二、丙', '### （一）丁')],
	['a part without a number between', lines('## 1. 甲', '### 附录', '#### 一、乙')],
	['quotations and notes', lines('> 一、甲', '> 三、乙', '[^1]: 三、丙')],
	['code', '```\n一、甲\n三、乙\n```\n'],
])('nothing: %s', (_, text) => {
	expect(found(text)).toEqual([]);
});

describe('structure.level', () => {
	test('一、 below （一）', () => {
		expect(found(lines('（一）甲', '一、乙', '二、丙', '（二）丁'))).toEqual(['structure.level 一、']);
	});

	test.each([
		['right below', lines('## （一）甲', '### 一、乙', '### 二、丙'), ['一、']],
		['two levels down', lines('## 一、甲', '### 1. 乙', '#### （一）丙', '#### （二）丁'), ['（一）']],
		['all of them', lines('## （1）甲', '### 1. 乙', '#### 一、丙'), ['1.', '一、']],
		['with fewer #', lines('### 一、甲', '## （一）乙', '## （二）丙'), ['（一）']],
	])('by the # of headings: %s', (_, text, marks) => {
		expect(found(text)).toEqual(marks.map(mark => `structure.level ${mark}`));
	});

	test('headings that count on have one level of Markdown', () => {
		const text = lines('## 一、甲', '### 二、乙', '## 三、丙');
		expect(found(text)).toEqual(['structure.level ###']);
		expect(mended(text)).toBe(lines('## 一、甲', '## 二、乙', '## 三、丙'));
	});
});

describe('structure.number', () => {
	test.each([
		['missing', lines('一、甲', '三、乙'), '三、'],
		['missing', lines('一、甲', '（一）子', '（二）丑', '三、乙'), '三、'],
		['missing', lines('图1 甲', '如图2所示。', '图3 乙'), '图3'],
		['doubled', lines('（一）甲', '（二）乙', '（二）丙'), '（二）'],
		['of articles', lines('第一条 甲', '第二条 乙', '第四条 丙', '第五条 丁'), '第四条'],
		['of tables', lines('表1 甲', '表3 乙'), '表3'],
		['of annexes', lines('附件1', '甲', '附件3', '乙'), '附件3'],
		['an annex that is not there', lines('见附件3。', '附件1', '甲', '附件2', '乙'), '附件3'],
		['… of those that are listed', lines('见附件1和附件3。', '附件：1. 甲表', '2. 乙表'), '附件3'],
		['… in Chinese numerals', lines('填写附件三。', '附件：1. 甲表\n　　　2. 乙表'), '附件三'],
		[
			'an annex that is not listed',
			lines('附件：1. 甲表', '2. 乙表', '附件1', '甲表', '附件2', '乙表', '附件3', '丙表'),
			'附件3',
		],
		['in the list of annexes', lines('附件：1. 甲表', '3. 乙表'), '3.'],
		['twice in the list of annexes', lines('附件：1. 甲表', '2. 乙表', '2. 丙表'), '2.'],
		['an annex twice', lines('附件1', '甲表', '附件2', '乙表', '某', '某', '附件2', '丙表'), '附件2'],
		['the first annex twice', lines('附件1', '附件1'), '附件1'],
		['（一） twice', lines('## 一、甲', '### （一）乙', '### （一）丙'), '（一）'],
		['a year of two digits', lines('24年3月18日召开会议。'), '24年'],
		['the day of the signature', lines('某局', '2024.3.18'), '2024.3.18'],
	])('%s', (_, text, written) => {
		expect(found(text)).toEqual([`structure.number ${written}`]);
	});

	test.each([
		[lines('（一）甲', '（二）乙', '（二）丙', '（四）丁'), lines('（一）甲', '（二）乙', '（三）丙', '（四）丁')],
		[lines('一、甲', '三、乙', '三、丙'), lines('一、甲', '二、乙', '三、丙')],
		[lines('24年3月18日召开。', '某局', '2024年03月18日'), lines('2024年3月18日召开。', '某局', '2024年3月18日')],
		// Whether a part or a number is missing is the writer's to say.
		[lines('一、甲', '三、乙', '四、丙'), lines('一、甲', '三、乙', '四、丙')],
	])('what is certain is mended: %#', (before, after) => {
		expect(mended(before)).toBe(after);
	});
});

describe('structure.title', () => {
	test('a full stop behind a heading that stands alone', () => {
		const text = lines('## 一、总体要求。', '正文。');
		expect(found(text)).toEqual(['structure.title 。']);
		expect(mended(text)).toBe(lines('## 一、总体要求', '正文。'));
	});

	test('… of a line without #, where the others of its list have none', () => {
		expect(found(lines('一、甲要求', '正文。', '二、乙任务。', '正文。', '三、丙保障', '正文。'))).toEqual([
			'structure.title 。',
		]);
	});

	test('an annex with the name of another, or with one that is like its own', () => {
		const text = (first: string) => lines('附件：1. 甲表', '2. 乙表', '附件1', first, '附件2', '乙表');
		expect(found(text('乙表'))).toEqual(['structure.title 乙表']);
		expect(found(text('丙表'))).toEqual(['structure.title 丙表']);
		expect(found(text('填写说明'))).toEqual([]);
	});

	test('an annex that is called otherwise where it is listed', () => {
		expect(found(lines('附件：1. 重点任务分工表', '附件1', '重点工作分工表'))).toEqual([
			'structure.title 重点工作分工表',
		]);
	});
});

test('it is looked at only where a person asks for it, and a comment leaves it out', () => {
	const text = lines('一、甲', '三、乙');
	expect(reviewed(text)).toEqual([]);
	expect(reviewed(text, { families: ['structure'] })).toEqual(['structure.number 三、']);
	expect(found(lines('一、甲', '<!-- policy-writing: ignore structure -->\n三、乙'))).toEqual([]);
});
