// In which script a draft is given terms, aliases, formulations and quotations.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPolicyService } from '../../../src/core/service';
import { scriptOf } from '../../../src/core/text/script';
import { corpusOf } from './corpus';

const quotation = '新质生产力的特点是创新。';
const service = createPolicyService(
	corpusOf(
		{
			sources: [
				{ id: 's', type: 'book', title: '新质生产力的发展' },
				{ id: 't', type: 'book', title: '新質生產力與經濟' },
			],
			terms: [
				{ id: 'xz', term: '新质生产力', aliases: ['新质力'], wrong: ['心质生产力'] },
				{ id: 'ds', term: '颠覆性技术' },
				{ id: 'own', term: '新质动能' }, // of a pack that nobody converted
				{ id: 'ai', term: '人工智能' },
				{ id: 'hk', term: '人工降雨經驗' }, // of a pack in traditional script
			],
			formulations: [
				{ id: 'f', text: '要加快{事业}发展' },
				{ id: 'g', text: '新质生产力的发展要加快' },
				{ id: 'h', text: '人工智能要统筹' },
			],
			citations: [{ id: 'q', kind: 'quotation', text: quotation, source: 's' }],
		},
		{ xz: '新質生產力', 新质力: '新質力', ds: '顛覆性技術', f: '要加快{事業}發展', g: '新質生產力的發展要加快' },
	),
);
const simplified = '我们要进一步发展经济，这是国家的长远之计。\n';
const traditional = '我們要進一步發展經濟，這是國家的長遠之計。\n';
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

test('a list is in one script', () => {
	const piece = fc.constantFrom(
		...[
			'新质',
			'新質',
			'生产',
			'生產',
			'力',
			'人工',
			'颠覆',
			'顛覆',
			'加快',
			'，',
			'“',
			'《',
			'xinzhi',
			'这',
			'這',
			'著',
		],
	);
	let lists = 0;
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom('', simplified, traditional), (pieces, draft) => {
			const { items } = service.complete({ before: pieces.join('') }, () => draft + pieces.join(''));
			const titles = items.filter(offer => offer.kind === 'source').length;
			const scripts = new Set(
				items.filter(offer => offer.kind !== 'source').flatMap(offer => scriptOf(offer.insertText) ?? []),
			);
			if (items.length > 0) lists++;
			// Titles stand as they are: one may be asked for in either script.
			if (titles === 0) expect(scripts.size).toBeLessThanOrEqual(1);
		}),
		{ seed: 8, numRuns: 2000 },
	);
	expect(lists).toBeGreaterThan(300);
});
