// A corpus with traditional forms, and a sentence in either script.
import { createPolicyService } from '../../../src/core/service';
import { corpusOf } from './corpus';

export const quotation = '新质生产力的特点是创新。';
export const service = createPolicyService(
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
export const simplified = '我们要进一步发展经济，这是国家的长远之计。\n';
export const traditional = '我們要進一步發展經濟，這是國家的長遠之計。\n';
