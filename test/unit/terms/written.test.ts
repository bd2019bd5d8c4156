// What a completion list may preselect: Enter must never rewrite what a person may have meant as it is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPolicyService, type PolicyService } from '../../../src/core/service';
import { corpusOf, sample } from './corpus';

const service = createPolicyService(corpusOf(sample));

/** What the first row changes when it is taken with Enter at once: what was typed, and what it becomes; nothing where Enter stays a new line. */
function preselected(before: string, some: PolicyService = service): string | undefined {
	const { items, written } = some.complete({ before });
	const [first] = items;
	return first && !written ? `${before.slice(first.replace.start)}→${first.insertText}` : undefined;
}

test('two characters are a word, whatever the corpus makes of them', () => {
	const han = fc.constantFrom(...'制造高新低空着力战略顶层专精未来民营央企消费先进全国产学研发展新质生产');
	const word = fc.string({ unit: han, minLength: 2, maxLength: 2 });
	const rest = fc.string({ unit: han, minLength: 1, maxLength: 5 });
	let lists = 0;
	fc.assert(
		fc.property(word, fc.array(rest, { minLength: 1, maxLength: 3 }), fc.boolean(), (start, rests, frame) => {
			const texts = [...new Set(rests.map(end => start + end))];
			const some = createPolicyService(
				corpusOf({
					sources: [{ id: 's', type: 'book', title: texts[0] ?? '' }],
					terms: texts.map((term, n) => ({ id: `t${n}`, term, wrong: n === 0 ? [start] : [] })),
					formulations: texts.map((text, n) => ({ id: `f${n}`, text: frame ? `${text}{目标}` : `${text}，要落实` })),
					citations: texts.map((text, n) => ({ id: `c${n}`, kind: 'quotation', text: `${text}。`, source: 's' })),
				}),
			);
			for (const lead of ['', '## 三、扩大', '“', '《', '- 推进']) {
				const before = lead + start;
				const { items, written } = some.complete({ before });
				if (items.length === 0) continue;
				lists++;
				expect(written, before).toMatchObject({ end: before.length });
			}
		}),
		{ seed: 8, numRuns: 60 },
	);
	expect(lists).toBeGreaterThan(100);
});

test('the row that changes nothing says the word the first item begins with', () => {
	expect(service.complete({ before: '要加快发展新质' })).toMatchObject({
		items: [{ label: '新质生产力' }, {}, {}],
		written: { start: 5, end: 7 },
	});
	expect(service.complete({ before: '布局未来' }).written).toEqual({ start: 2, end: 4 });
});

describe('only where nothing else can be meant an item is preselected', () => {
	const some = createPolicyService(
		corpusOf({
			terms: [
				{ id: 'ai', term: '人工智能', aliases: ['AI'], english: 'artificial intelligence' },
				{ id: 'x', term: '新质生产力', wrong: ['心智生产力', '新智'], english: 'new quality productive forces' },
				{ id: 'tx', term: '现代化产业体系' },
				{ id: 'g', term: '工业互联网' },
				{ id: 'c', term: '产学研深度融合' },
				{ id: 'sh', term: '全面深化改革' },
			],
			formulations: [{ id: 'f', text: '要牢牢把握{目标}这个首要任务' }],
			sources: [{ id: 's', type: 'book', title: '坚持科技创新和产业创新一起抓' }],
			citations: [
				{ id: 'a', kind: 'point', text: '智能制造、智能网联和产业升级，工业互联网', source: 's' },
				{ id: 'b', kind: 'point', text: '改革开放，智能化改造，产业集群，全面深化改革', source: 's' },
				{ id: 'q', kind: 'quotation', text: '科技创新能够催生新产业，这是关键。', source: 's' },
			],
		}),
	);
	test.each([
		['a word that breaks off', '壮大人工智', '人工智→人工智能'],
		['pinyin', '发展xzscl', 'xzscl→新质生产力'],
		['two English words of which the second breaks off', '## new qual', 'new qual→新质生产力'],
		['a wrong form on record', '发展心智生产力', '心智生产力→新质生产力'],
		['a good piece of a quotation', '指出“科技创新能够', '科技创新能够→科技创新能够催生新产业，这是关键。”'],
		['a good piece of a title', '见《坚持科技创新', '坚持科技创新→坚持科技创新和产业创新一起抓》'],
	])('%s', (_, before, change) => expect(preselected(before, some)).toBe(change));

	test.each([
		['a compound that a longer one begins with', '建设现代化产业'],
		['three characters', '推进产学研'],
		['a verb that goes on with an object of its own', '改革全面深化'],
		['a part inside', '发展互联网'],
		['a slip that is guessed', '发展新贡生产力'],
		['a wrong form of two characters', '发展新智'],
		['an abbreviation', '发展AI'],
		['an English word', '## new'],
		['whole English words', '## new quality'],
		['capital letters', '发展XZSCL'],
		['few letters', '发展xzs'],
		['the beginning of a frame', '要牢牢把握'],
		['an opening mark', '指出“'],
		['an opening mark of a title', '见《'],
		['a word in quotation marks', '指出“科技'],
		['a clause of a quotation', '指出“科技创新能够催生新产业'],
	])('not %s', (_, before) => {
		expect(some.complete({ before }).items.length).toBeGreaterThan(0);
		expect(preselected(before, some)).toBeUndefined();
	});

	test('of an opening mark alone the mark is what is written', () => {
		expect(some.complete({ before: '指出“' }).written).toEqual({ start: 2, end: 3 });
		expect(some.complete({ before: '指出“科技' }).written).toEqual({ start: 3, end: 5 });
	});

	test('a recorded wrong form is told', () => {
		expect(some.complete({ before: '发展心智生产力' }).items).toMatchObject([
			{ label: '新质生产力', by: '心智生产力', replace: { start: 2, end: 7 } },
		]);
	});
});
