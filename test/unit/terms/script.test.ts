// In which script a draft is given terms, aliases, formulations and quotations.
import { describe, expect, test } from 'vitest';
import { quotation, service, simplified, traditional } from './scriptCorpus';

const offered = (before: string, draft = '') =>
	service.complete({ before }, () => draft + before).items.map(offer => offer.insertText);

describe('the draft tells the script', () => {
	test.each([
		['nothing tells: simplified', '人工', '', '人工智能'],
		['what is typed', '新質生', '', '新質生產力'],
		['the line', '發展，人工', '', '人工智能'],
		['characters that simplified text has too', '显著提高，颠覆', '', '颠覆性技术'],
		['alone in the line, too', '著名的人工', '', '人工智能'],
		['pinyin in a traditional draft', 'xinzhisheng', traditional, '新質生產力'],
		['pinyin in a simplified draft', 'xinzhisheng', simplified, '新质生产力'],
		['pinyin after a quoted traditional word in a simplified draft', '見，xinzhisheng', simplified, '新质生产力'],
		['a traditional character that slipped into a simplified line', '为发展这些新質生', simplified, '新质生产力'],
		['a sentence that mixes both', '从加工訂貨到全行業的發展新質生', simplified, '新质生产力'],
		['a whole traditional line in a simplified draft', '原文：「發展新質生', simplified, '新質生產力'],
		['a wrong form on record', '發展心質生產力', traditional, '新質生產力'],
	])('%s', (_, before, draft, first) => expect(offered(before, draft)[0]).toBe(first));
});

describe('aliases and formulations follow, or are left out', () => {
	test('in a traditional draft', () => {
		expect(offered('新質', traditional)).toEqual(['新質力', '新質生產力']);
		expect(offered('新質生產力的', traditional)).toEqual(['新質生產力的發展要加快']);
		expect(offered('人工', traditional)).toEqual(['人工智能', '人工降雨經驗']);
		expect(offered('要加快發展，人工智能要', traditional)).toEqual([]);
		expect(service.complete({ before: '我們要加快' }).items[0]).toMatchObject({
			insertText: '要加快{事業}發展',
			label: '要加快{事業}發展',
			snippet: '要加快${1:事業}發展',
		});
	});
	test('in a simplified draft, also those of a pack in traditional script', () => {
		expect(offered('新质', simplified)).toEqual(['新质力', '新质动能', '新质生产力']);
		expect(offered('人工', simplified)).toEqual(['人工智能', '人工降雨经验']);
	});
});

test('what follows the cursor is not written again in another script', () => {
	const items = (before: string, after: string) =>
		service.complete({ before, after }, () => before + after).items.map(one => [one.insertText, one.replace.end]);
	expect(items('新質xinzhisheng', '生产力').filter(([, end]) => Number(end) > 13)).toEqual([]);
	expect(items('新质，xinzhisheng', '產力').filter(([, end]) => Number(end) > 14)).toEqual([]);
	expect(items('新質，xinzhisheng', '產力')).toContainEqual(['新質生產力', 16]);
	expect(items('新质，xinzhisheng', '产力')).toContainEqual(['新质生产力', 16]);
});

describe('a quotation never changes script', () => {
	test('alone between the marks it is offered as it is', () => {
		expect(offered('他強調：“', traditional)).toEqual([`${quotation}”`]);
		expect(offered('他强调：“新质', simplified)).toContain(`${quotation}”`);
	});
	test('beside terms of the other script it is left out; beside titles the terms are', () => {
		expect(offered('他強調：“新質', traditional)).toEqual(['新質力', '新質生產力']);
		expect(offered('見《新質', traditional).filter(text => text.endsWith('》'))).toHaveLength(2);
	});
});
