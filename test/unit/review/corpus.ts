// A small corpus for reviews: two documents, two recorded quotations, one damaged source.
import { Corpus } from '../../../src/core/corpus/corpus';
import { Draft } from '../../../src/core/draft/draft';
import type { DraftLanguage } from '../../../src/core/draft/language';
import type { Citation, Formulation, Source, Term } from '../../../src/core/corpus/records';
import type { Layout } from '../../../src/core/text/layout/layout';
import { present } from '../../../src/core/text/values/fields';
import { Reviewer, type ReviewOptions } from '../../../src/core/review/review';

export interface Parts {
	readonly sources?: readonly Source[];
	readonly citations?: readonly Citation[];
	readonly terms?: readonly Term[];
	readonly formulations?: readonly Formulation[];
	readonly documents?: Readonly<Record<string, readonly string[]>>;
	/** Of documents, by source. */
	readonly layouts?: Readonly<Record<string, Layout | undefined>>;
	/** Characters that sound alike. */
	readonly syllables?: string;
}

export function corpusOf(parts: Parts): Corpus {
	const documents = Object.entries(parts.documents ?? {}).map(([source, paragraphs]) => ({
		source,
		file: `documents/${source}.md`,
		paragraphs,
		lines: paragraphs.map((_, at) => at + 1),
		...present({ layout: parts.layouts?.[source] }),
	}));
	const known = new Set(parts.sources?.map(one => one.id));
	return new Corpus({
		packs: [{ id: 'p', title: 'P' }],
		citations: parts.citations ?? [],
		terms: parts.terms ?? [],
		formulations: parts.formulations ?? [],
		documents,
		...(parts.syllables === undefined ? {} : { syllables: parts.syllables }),
		sources: [
			...(parts.sources ?? []),
			...documents
				.filter(one => !known.has(one.source))
				.map(one => ({ id: one.source, type: 'report', title: one.source })),
		],
		pinyin: [],
		traditional: [],
		origin: new Map(),
		aliases: new Map(),
	});
}

export const small = corpusOf({
	sources: [
		{ id: 'broken', type: 'webpage', title: '残页', fidelity: 'damaged' },
		{ id: 'xinhua', type: 'webpage', title: '新华社' },
		{ id: 'jiangsu', type: 'webpage', title: '江苏' },
	],
	citations: [
		{
			id: 'core',
			kind: 'quotation',
			text: '科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。',
			speaker: '习近平',
			occasion: '中共中央政治局第十一次集体学习',
			date: '2024-01-31',
			source: 'xinhua',
			paragraph: 2,
		},
		{
			id: 'northeast',
			kind: 'quotation',
			text: '推动东北全面振兴，根基在实体经济，关键在科技创新，方向是产业升级。',
			speaker: '习近平',
			source: 'xinhua',
			paragraph: 7,
		},
		{
			id: 'lost',
			kind: 'quotation',
			text: '这一句只在残缺的页面上出现过，不能拿来作为依据。',
			source: 'broken',
			paragraph: 1,
		},
	],
	documents: {
		'report-a': [
			'各位代表：',
			'过去一年，面对复杂严峻的国内外环境，我们坚持稳中求进工作总基调，国民经济保持平稳较快发展。要加快转变经济发展方式，推动产业结构优化升级，提高自主创新能力。',
			'我们将继续实施积极的财政政策和稳健的货币政策，保持宏观经济政策的连续性和稳定性。',
		],
		'report-b': ['城乡居民收入普遍较快增长，人民生活水平进一步提高，社会保障体系不断健全完善。'],
	},
});

/** What a review finds, each with the words it is about. */
export function found(
	draft: string,
	{ language = 'markdown', ...options }: ReviewOptions & { readonly language?: DraftLanguage } = {},
	corpus = small,
): string[] {
	return new Reviewer(corpus)
		.reviewNow(new Draft(draft, language), options)
		.findings.map(one => `${one.code} ${draft.slice(one.start, one.end)}`);
}
