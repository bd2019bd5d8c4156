// From what stands in a draft to what belongs into a record.
// No VS Code here.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, firstFigure, plainDate, plainNumber, typed, unquoted, words } from '../../../src/app/recordText';
import { anyCharacter } from '../../support/anyCharacter';

describe('the words of a selection', () => {
	it.each([
		['新质生产力', '新质生产力'],
		['  **新质生产力** ', '新质生产力'],
		['**新质生产力', '新质生产力'],
		['发展*新质*生产力，`AI`赋能', '发展新质生产力，AI赋能'],
		['要加快发展\n新质生产力', '要加快发展新质生产力'],
		['要用好 AI\r\nagents', '要用好 AI agents'],
		['用好AI\n赋能', '用好AI 赋能'],
		['- 第一\n- 第二', '第一第二'],
		['> 科技创新能够催生新产业。[^duchuanzhong-2024]', '科技创新能够催生新产业。'],
		['## 一、总体要求', '一、总体要求'],
		['见[原文](https://example.cn/a)。<!-- 待核 -->', '见原文。'],
		['科技创新[@jin-2024, 第3段]', '科技创新'],
		['发展新质生产力,推动高质量发展(2024年)', '发展新质生产力，推动高质量发展（2024年）'],
		['增长5,000亿元', '增长5,000亿元'],
		['时间10:30', '时间10:30'],
		['甲\u200B乙\uD800丙🚀𠮷', '甲乙丙🚀𠮷'],
		['', ''],
	])('%j → %j', (selection, expected) => expect(words(selection)).toBe(expected));

	it('are one line that can be stored, whatever was selected', () => {
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), selection => {
				const text = words(selection);
				expect(text).toBe(text.trim());
				expect(/[\p{Cc}\p{Surrogate}\u200B\uFEFF]/u.test(text)).toBe(false);
			}),
		);
	});
});

describe('marks around', () => {
	it.each([
		['“新质生产力”', '新质生产力'],
		['《决定》', '决定'],
		['新质生产力，', '新质生产力'],
		['“甲”和“乙”', '“甲”和“乙”'],
		['"甲"', '甲'],
		['甲”', '甲”'],
	])('a term %j → %j', (text, expected) => expect(bare(text)).toBe(expected));
	it.each([
		['“要牢牢把握。”', '要牢牢把握。'],
		['“甲”，“乙”', '“甲”，“乙”'],
		['《决定》', '《决定》'],
	])('a quotation %j → %j', (text, expected) => expect(unquoted(text)).toBe(expected));
	it('typed text keeps no line end', () => expect(typed(' 甲\n乙\t')).toBe('甲 乙'));
});

describe('dates and numbers', () => {
	it.each([
		['2024年1月31日', '2024-01-31'],
		['2024年1月', '2024-01'],
		['2024年', '2024'],
		['2024', '2024'],
		['2024/1/31', '2024-01-31'],
		['2024.1.5', '2024-01-05'],
		['2024-01', '2024-01'],
		['20240131', '2024-01-31'],
		['２０２４年１月', '2024-01'],
		['去年', '去年'],
		['2024-13', '2024-13'],
		['1/31/2024', '1/31/2024'],
		['二〇二四年三月五日', '2024-03-05'],
		['二○二四年十月二十日', '2024-10-20'],
		['二零二四年十二月三十一日', '2024-12-31'],
		['二〇二四', '2024'],
		['二十大以后', '二十大以后'],
	])('the date %j → %j', (text, expected) => expect(plainDate(text)).toBe(expected));
	it.each([
		['45', 45],
		['1,234.5', 1234.5],
		['４５', 45],
		['-3.2', -3.2],
		['45个', undefined],
		['', undefined],
		['1,23', undefined],
	])('the number %j → %j', (text, expected) => expect(plainNumber(text)).toBe(expected));
	it.each([
		['国家先进制造业集群已有45个。', { value: '45', unit: '个' }],
		['2024年，规模达12.5万亿元', { value: '12.5', unit: '万亿元' }],
		['增长5.2%', { value: '5.2', unit: '%' }],
		['1月31日召开', undefined],
		['没有数字', undefined],
	])('the figure in %j', (text, expected) => expect(firstFigure(text)).toEqual(expected));
});
