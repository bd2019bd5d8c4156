// Sentences of a source cut short: the beginning joined to a later clause, and nothing says so.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { wordFinding } from '../../../../src/core/messages/findings';
import { Reviewer } from '../../../../src/core/review/review';
import { corpusOf, small } from '../corpus';

const speech = corpusOf({
	documents: {
		speech: [
			'统一祖国，振兴中华，是历史赋予我们的神圣使命。全面取消了农业税和农业特产税，终结了延续两千多年农民种田交税的历史。',
			'整顿金融秩序，严肃查处非法金融机构和违法违规经营活动，保障金融资产安全。',
		],
	},
});
const judged = (words: string, corpus = speech) =>
	new Reviewer(corpus)
		.reviewNow(new Draft(`报告指出：“${words}。”`, 'markdown'), { families: ['quotation'], all: true })
		.findings.filter(one => one.code !== 'quotation.uncited');

test.each([
	[
		'统一是历史赋予我们的神圣使命',
		['统一', '是历史赋予我们的神圣使命'],
		'统一祖国，振兴中华，是历史赋予我们的神圣使命',
	],
	[
		'全面取消了农业税终结了延续两千多年农民种田交税的历史',
		['全面取消了农业税', '终结了延续两千多年农民种田交税的历史'],
		'全面取消了农业税和农业特产税，终结了延续两千多年农民种田交税的历史',
	],
	[
		'整顿金融秩序，违法违规经营活动，保障金融资产安全',
		['整顿金融秩序', '违法违规经营活动，保障金融资产安全'],
		'整顿金融秩序，严肃查处非法金融机构和违法违规经营活动，保障金融资产安全',
	],
])('%s', (words, pieces, original) => {
	expect(judged(words)).toMatchObject([
		{
			code: 'quotation.spliced',
			severity: 'warning',
			data: { how: 'elided', marked: false, source: 'speech', pieces, original, changes: [] },
		},
	]);
});

test('a recorded sentence: both places, and what was left out, in words', () => {
	const [finding] = judged('科技创新是发展新质生产力的核心要素', small);
	expect(finding).toMatchObject({
		code: 'quotation.spliced',
		data: { citation: 'core', pieces: ['科技创新', '是发展新质生产力的核心要素'] },
	});
	expect(finding && wordFinding(finding, small)).toEqual({
		zh: '与《新华社》（2024年1月31日）第2段相比，这里省去了“能够催生新产业、新模式、新动能”而没有标明。',
		en: '“能够催生新产业、新模式、新动能” of 《新华社》 (2024-01-31), paragraph 2 is left out here without a mark.',
	});
});

test('no cut: a few letters left out, words put in, letters of two sentences', () => {
	const codes = (words: string) => judged(words).map(one => one.code);
	expect(codes('全面取消农业税和农业特产税，终结了延续两千多年农民种田交税的历史')).toEqual(['quotation.differs']);
	expect(codes('全面统一祖国，振兴中华，是历史赋予我们的神圣使命')).toEqual(['quotation.differs']);
	expect(judged('统一终结了延续两千多年农民种田交税的历史')).toMatchObject([{ code: 'quotation.differs' }]);
});

test('words that are reported without marks may leave out what lies between', () => {
	const draft = '报告指出，统一是历史赋予我们的神圣使命。';
	const { findings } = new Reviewer(speech).reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] });
	expect(findings.filter(one => one.severity === 'warning')).toEqual([]);
});

describe('shortened throughout', () => {
	const report = corpusOf({
		documents: {
			report: [
				'面对新一轮洪水和台风，我们必须抢抓时间，加大巡查力度，加固改造老旧堤坝，超前布局建设新的泵站，完善现代化防洪体系。',
				'对认定的首台套水泵给予不超过300万元的一次性补助。',
			],
		},
	});

	test('words left out in several places are told with the sentence they are of', () => {
		expect(judged('面对新一轮洪水和台风，抢抓时间，加固老旧堤坝，布局新的泵站，完善防洪体系', report)).toMatchObject([
			{ code: 'quotation.spliced', data: { how: 'elided', marked: false, source: 'report', paragraph: 1 } },
		]);
	});

	test.each([
		// Another thing in words of the same kind.
		['面对新一轮洪水，必须先修民房、再修祠堂，完善乡村治理体系', 'quotation.unknown'],
		// A part of a number is another number.
		['对首台套水泵给予不超过30万元的补助', 'quotation.differs'],
	])('%s is none', (words, code) => {
		expect(judged(words, report).map(one => one.code)).toEqual([code]);
	});

	test('two parts with …… between them that are whole clauses of two texts are put together', () => {
		const two = corpusOf({
			documents: { one: ['必须牢记治水是新时代的硬任务，不能松劲。'], other: ['要因地制宜发展节水农业。'] },
		});
		expect(judged('必须牢记治水是新时代的硬任务……因地制宜发展节水农业', two)).toMatchObject([
			{ code: 'quotation.spliced', data: { how: 'spliced', sources: ['one', 'other'] } },
		]);
	});
});
