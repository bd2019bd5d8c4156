// Frames that are under way: offered from their second fixed piece on, and not too many of them.
import { describe, expect, test } from 'vitest';
import { createPolicyService } from '../../../src/core/service';
import { corpusOf } from './corpus';

const frames = (...texts: readonly string[]) =>
	createPolicyService(
		corpusOf({ formulations: texts.map((text, at) => ({ id: `f${at}`, text })) }, {}, '把握 现在 成为 '),
	);
const some = frames(
	'把{对象}作为重要抓手',
	'从{起点}到{终点}的全流程',
	'引导{要素}进入{行业}领域',
	'第一，{要点一}。第二，{要点二}。',
	'{讲话人}强调，{内容}',
	'由{来源}而催生，以{内容}为基本内涵',
);
const labels = (before: string) => some.complete({ before }).items.map(item => item.label);

describe('a frame under way', () => {
	test.each([
		['要把科技创新作为', '把{对象}作为重要抓手'],
		['要把科技创新作为重要', '把{对象}作为重要抓手'],
		['从研发到市场的全', '从{起点}到{终点}的全流程'],
		['引导资金进入', '引导{要素}进入{行业}领域'],
		['第一，抓改革。第', '第一，{要点一}。第二，{要点二}。'],
		['李四同志强调', '{讲话人}强调，{内容}'],
		['由创新而催', '由{来源}而催生，以{内容}为基本内涵'],
	])('%s', (before, label) => expect(labels(before)).toEqual([label]));

	test.each([
		['no slot is filled', '把作为'],
		['the first piece is part of a word', '要把握机遇作为'],
		['the first piece stands in another sentence', '要把握好。科技作为'],
		['the pieces stand the other way round', '到市场从研发的全'],
		['nobody says it', '文件的强调'],
		['it is written', '把科技创新作为重要抓手'],
	])('nothing where %s', (_, before) => expect(labels(before)).toEqual([]));

	test('writes what is missing, with its later slots', () => {
		expect(some.complete({ before: '我们引导资金进' }).items).toEqual([]);
		expect(some.complete({ before: '我们引导资金进入' }).items).toMatchObject([
			{ insertText: '进入{行业}领域', snippet: '进入${1:行业}领域', replace: { start: 6, end: 8 } },
		]);
		const [offer] = some.complete({ before: '把改革作为' }).items;
		expect(offer).toMatchObject({ insertText: '作为重要抓手', replace: { start: 3, end: 5 } });
		expect(offer?.snippet).toBeUndefined();
	});
});

test('at most two frames at the top of a list, the others behind the rest', () => {
	const many = createPolicyService(
		corpusOf({
			terms: [{ id: 't', term: '加快建设工程' }],
			formulations: ['甲', '乙', '丙', '丁'].map((name, at) => ({ id: `f${at}`, text: `加快建设${name}{对象}体系` })),
		}),
	);
	const kinds = many.complete({ before: '要加快建' }).items.map(item => item.kind);
	expect(kinds.slice(0, 3).filter(kind => kind === 'formulation')).toHaveLength(2);
	expect(kinds).toHaveLength(5);
	const only = frames('加快建设甲{对象}体系', '加快建设乙{对象}体系', '加快建设丙{对象}体系');
	expect(only.complete({ before: '要加快建' }).items).toHaveLength(2);
	expect(only.complete({ before: '要加快建设丙' }).items).toHaveLength(1);
});
