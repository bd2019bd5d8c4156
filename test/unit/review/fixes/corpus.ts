// What the drafts whose findings are fixed are held against.
import { Draft } from '../../../../src/core/draft/draft';
import { ReferenceSets } from '../../../../src/core/review/references';
import { Reviewer } from '../../../../src/core/review/review';
import { createPolicyService, type DraftLanguage } from '../../../../src/core/service';
import { corpusOf } from '../corpus';

export const core = '科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。';
export const nest = '各地要坚持“先立后破”，因地制宜发展新质生产力，防止一哄而上、泡沫化。';
export const corpus = corpusOf({
	sources: [
		{ id: 'xinhua', type: 'webpage', title: '集体学习' },
		{ id: 'jiangsu', type: 'webpage', title: '江苏' },
	],
	citations: [
		{
			id: 'core',
			kind: 'quotation',
			text: core,
			speaker: '习近平',
			occasion: '中共中央政治局第十一次集体学习',
			date: '2024-01-31',
			source: 'xinhua',
			paragraph: 2,
		},
		{
			id: 'nest',
			kind: 'quotation',
			text: nest,
			speaker: '习近平',
			occasion: '参加江苏代表团审议',
			source: 'jiangsu',
			paragraph: 1,
		},
	],
	terms: [
		{ id: 'xinzhi', term: '新质生产力', wrong: ['心智生产力'] },
		{ id: 'shuzhi', term: '数智化技术', aliases: ['数智技术'] },
	],
	documents: {
		report: [
			'过去一年，面对复杂严峻的国内外环境，我们坚持稳中求进工作总基调，国民经济保持平稳较快发展。要加快转变经济发展方式，推动产业结构优化升级，提高自主创新能力。',
		],
	},
});
export const service = createPolicyService(corpus);
const families = ['quotation', 'wording', 'punctuation'] as const;
const sets = new ReferenceSets(corpus);
export const review = (draft: string, language: DraftLanguage = 'markdown', all = false) =>
	new Reviewer(corpus, sets).reviewNow(new Draft(draft, language), { families, all }).findings;
