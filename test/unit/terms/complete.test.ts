import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPolicyService, withoutClosing } from '../../../src/core/service';
import { corpusOf, sample } from './corpus';

const corpus = corpusOf(sample, { xinzhi: '新質生產力', weilai: '未來產業' });
const service = createPolicyService(corpus);

/** The line after taking the nth offer, `|` where the cursor was before. */
function take(line: string, n = 0): string {
	const [before = '', after = ''] = line.split('|');
	const offer = service.complete({ before, after }).items[n];
	if (!offer) return '(nothing)';
	return (before + after).slice(0, offer.replace.start) + offer.insertText + (before + after).slice(offer.replace.end);
}
const labels = (before: string, after = '') => service.complete({ before, after }).items.map(o => o.label);

describe('completion at the end of a clause and within text', () => {
	test.each([
		['要加快发展新质|', '要加快发展新质生产力'],
		['要加快发展新质|，推动转型', '要加快发展新质生产力，推动转型'],
		['要加快发展新质|的步伐', '要加快发展新质生产力的步伐'],
		['要加快发展新质|产力', '要加快发展新质生产力'],
		['壮大未来|和新兴产业', '壮大未来产业和新兴产业'],
		['要加快发展新质|力量', '要加快发展新质生产力力量'],
		['推动生产力|', '推动新质生产力'],
		['发展新质生产利|', '发展新质生产力'],
		['发展新制生产力|', '发展新质生产力'],
		['發展新質|', '發展新質生產力'],
		['布局未來|', '布局未來產業'],
		['发展xzscl|', '发展新质生产力'],
		['xzscl|', '新质生产力'],
		['xinzhishengchanli|', '新质生产力'],
		['xinzhisheng|', '新质生产力'],
		['，xzs|', '，新质生产力'],
		['发展ｘｚｓｃｌ|', '发展新质生产力'],
		['new qual|', '新质生产力'],
		['发展AI|', '发展人工智能'],
		['要牢牢把|', '要牢牢把握{目标}这个首要任务'],
		['坚持科技创新和产业|', '坚持科技创新和产业创新一起抓'],
	])('%s', (line, expected) => expect(take(line)).toBe(expected));

	test.each([
		'',
		'，',
		'发展。',
		'发展 ',
		'新质生产力|',
		'要|',
		'新质|生产力',
		'加快新质生|产力，',
		'发展未来|产业的',
		'the new',
		'the',
		'发展 for',
		'xz|',
		'maxzscl|',
		'壮大人工智能|',
		'发展新质生产力的|',
		'加快发展|',
		'新质生产的|',
		'😀|',
		'\ud83d|',
	])('nothing for %j', line => {
		const [before = '', after = ''] = line.split('|');
		expect(labels(before, after)).toEqual([]);
	});
});

test('a term rather than a formulation that says no more, and before those that write on', () => {
	const some = createPolicyService(
		corpusOf({
			...sample,
			formulations: [
				{ id: 'jk', text: '加快发展新质生产力' },
				{ id: 'jk2', text: '加快发展新质生产力，推动转型' },
			],
		}),
	);
	expect(some.complete({ before: '要加快发展新质' }).items.map(o => o.label)).toEqual([
		'新质生产力',
		'加快发展新质生产力，推动转型',
		'新质力',
	]);
});

test('a term that stands complete is told, and only what continues it is offered', () => {
	expect(labels('壮大新兴产业')).toEqual(['新兴产业集群']);
	expect(service.complete({ before: '壮大新兴产业' }).written).toEqual({ start: 2, end: 6 });
	expect(service.complete({ before: '壮大新兴产业' }).items[0]?.replace).toEqual({ start: 2, end: 6 });
	expect(labels('发展新质生产力')).toEqual([]);
	expect(labels('发展新质生产力是')).toEqual(['发展新质生产力是推动高质量发展的内在要求']);
	expect(labels('新质生产力')).toEqual([]);
});

test('an alias that is begun is offered, and with it the term', () => {
	const some = createPolicyService(
		corpusOf({ terms: [{ id: 'rh', term: '数字经济与实体经济深度融合', aliases: ['数实融合'] }] }),
	);
	expect(some.complete({ before: '推进数实' }).items).toMatchObject([
		{ label: '数实融合', id: 'rh' },
		{ label: '数字经济与实体经济深度融合', id: 'rh', by: '数实融合' },
	]);
	expect(some.complete({ before: '推进数实融合' }).items).toEqual([]);
	const short = createPolicyService(corpusOf({ terms: [{ id: 'p', term: '碳普惠机制', aliases: ['碳普惠'] }] }));
	expect(short.complete({ before: '推进碳普惠' }).items.map(o => o.label)).toEqual(['碳普惠机制']);
});

test('a frame has tab stops and a plain form', () => {
	expect(service.complete({ before: '要牢牢把' }).items[0]).toMatchObject({
		kind: 'formulation',
		snippet: '要牢牢把握${1:目标}这个首要任务',
		insertText: '要牢牢把握{目标}这个首要任务',
	});
});

test('a frame that begins with a slot is recognised by the words behind it, and leaves what is written before', () => {
	const some = createPolicyService(corpusOf({ formulations: [{ id: 'f', text: '{因素}是发展经济的核心{东西}' }] }));
	expect(some.complete({ before: '创新是发展' }).items).toMatchObject([
		{
			label: '{因素}是发展经济的核心{东西}',
			insertText: '是发展经济的核心{东西}',
			snippet: '是发展经济的核心${1:东西}',
			replace: { start: 2, end: 5 },
		},
	]);
	expect(some.complete({ before: '我们要发展经济' }).items).toEqual([]);
	const leading = createPolicyService(corpusOf({ formulations: [{ id: 'f', text: '{因素}是发展经济的核心要素' }] }));
	expect(leading.complete({ before: '我们要发展经济' }).items).toEqual([]);
});

test('what the draft uses comes first among equals', () => {
	const order = (used: string) =>
		service
			.complete({ before: '产业布局未来产业。壮大新', use: n => Number(corpus.terms[n]?.id === used) })
			.items.map(o => o.id);
	expect(order('xinxing')).toEqual([]); // one character opens nothing
	const two = corpusOf({
		terms: [
			{ id: 'a', term: '绿色金融' },
			{ id: 'b', term: '绿色制造' },
		],
	});
	const first = (used: number) =>
		createPolicyService(two).complete({ before: '推进绿色', use: n => Number(n === used) }).items[0]?.id;
	expect(first(0)).toBe('a');
	expect(first(1)).toBe('b');
});

test('pinyin can be turned off', () => {
	expect(service.complete({ before: '发展xzscl', pinyin: false }).items).toEqual([]);
	expect(service.complete({ before: '发展新质', pinyin: false }).items[0]?.id).toBe('xinzhi');
});

test('taking any offer keeps all text outside what it says it replaces, which ends at or behind the cursor', () => {
	const piece = fc.constantFrom(
		'新质',
		'生产',
		'力',
		'要加快',
		'发展',
		'xzscl',
		'，',
		'未来',
		'产业',
		'😀',
		'“',
		'新質',
		' ',
		'AI',
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 6 }), fc.array(piece, { maxLength: 3 }), (head, rest) => {
			const before = head.join('');
			const after = rest.join('');
			for (const offer of service.complete({ before, after }).items) {
				expect(offer.replace.start).toBeGreaterThanOrEqual(0);
				expect(offer.replace.start).toBeLessThanOrEqual(before.length);
				expect(offer.replace.end).toBeGreaterThanOrEqual(before.length);
				expect(offer.replace.end).toBeLessThanOrEqual(before.length + after.length);
				const swallowed = (before + after).slice(before.length, offer.replace.end);
				expect(offer.insertText.endsWith(swallowed), 'what is swallowed behind the cursor is written again').toBe(true);
			}
		}),
	);
});

test('marks are as wide as those of the draft', () => {
	const offer = (around: string) => service.complete({ before: '指出“推动东北' }, () => around).items[0];
	expect(offer('前文，如此。')?.insertText).toBe('推动东北全面振兴，根基在实体经济。”');
	expect(offer('前文,如此:是')).toMatchObject({
		insertText: '推动东北全面振兴,根基在实体经济。”',
		label: '推动东北全面振兴，根基在实体经济。',
	});
});

describe('after an opening mark', () => {
	const quoting = (before: string, after = '') =>
		service.complete({ before, after }).items.filter(o => o.kind !== 'term' && o.kind !== 'formulation');
	test('titles after 《, closed unless they are', () => {
		expect(quoting('见《').map(o => o.insertText)).toEqual([
			'坚持科技创新和产业创新一起抓》',
			'在发展新质生产力上积蓄更多优势》',
		]);
		expect(quoting('见《在发', '》').map(o => o.insertText)).toEqual(['在发展新质生产力上积蓄更多优势']);
		expect(quoting('见《在发')[0]?.replace).toEqual({ start: 2, end: 4 });
	});
	test('quotations after “, those of the speaker and occasion named before it first', () => {
		expect(quoting('习近平总书记在中共中央政治局第十一次集体学习时强调：“')[0]?.id).toBe('core');
		expect(quoting('谈到东北全面振兴，习近平总书记强调：“')[0]?.id).toBe('north');
		expect(quoting('指出“根基').map(o => o.id)).toEqual(['north']);
		expect(quoting('指出“科技创新能够')[0]).toMatchObject({
			kind: 'citation',
			how: 'prefix',
			replace: { start: 3, end: 9 },
		});
	});
	test('marks within step down a level', () => {
		expect(quoting('说“把').map(o => o.insertText)).toEqual(['把‘老树’和‘新枝’一起抓。”']);
		expect(quoting('说「把').map(o => o.insertText)).toEqual(['把『老树』和『新枝』一起抓。」']);
	});
	test('who has opened a mark closes it, too, while typing', () => {
		const typed = (before: string, after = '') => quoting(before, after).map(offer => withoutClosing(offer, before));
		expect(typed('见《在发')).toEqual(['在发展新质生产力上积蓄更多优势']);
		expect(typed('见《在发', '》')).toEqual(['在发展新质生产力上积蓄更多优势']);
		expect(typed('说“把')).toEqual(['把‘老树’和‘新枝’一起抓。']);
		expect(typed('说「把')).toEqual(['把『老树』和『新枝』一起抓。']);
		const title = { label: '', kind: 'source', id: '', how: 'prefix', replace: { start: 1, end: 1 } } as const;
		expect(withoutClosing({ ...title, insertText: '读《资本论》' }, '《')).toBe('读《资本论》');
		expect(withoutClosing({ ...title, insertText: '读《资本论》》' }, '《')).toBe('读《资本论》');
	});
	test('nothing behind a closed mark or without one', () => {
		expect(quoting('见《某文》')).toEqual([]);
		expect(quoting('科技创新能够')).toEqual([]);
	});
});

test('spotting and explaining', () => {
	expect(service.terms('发展新质生产力，新質生產力').map(t => [t.id, t.start, t.end])).toEqual([
		['xinzhi', 2, 7],
		['xinzhi', 8, 13],
	]);
	expect(service.termsAt('发展新质生产力', 5).map(t => t.id)).toEqual(['xinzhi', 'shengchanli']);
	expect(service.terms('发展新质生产力', true).map(t => t.id)).toEqual(['xinzhi', 'shengchanli']);
	const explanation = service.explain('xinzhi');
	expect(explanation?.basis).toMatchObject({
		kind: 'citations',
		citations: [{ citation: { id: 'core' }, source: { id: 'qz' } }],
	});
	expect(explanation?.firstUse).toMatchObject({ date: '2024-01-31', of: 'said' });
	expect(explanation?.related.map(r => r.id)).toEqual(['weilai']);
	expect(service.explain('shengchanli')?.basis).toEqual({ kind: 'general' });
	expect(service.explain('none')).toBeUndefined();
});
