// Sentences of a source cut short: the beginning joined to a later clause, and nothing says so.
import { expect, test } from 'vitest';
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
