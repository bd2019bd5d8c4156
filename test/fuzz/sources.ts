// The sources that random drafts cite, and a corpus to review them against.
import { Corpus } from '../../src/core/corpus/corpus';
import type { Citation, Source } from '../../src/core/corpus/records';
import { all } from '../unit/citations/drafts';

export const sources: readonly Source[] = all;

export const citations: readonly Citation[] = [
	{
		id: 'core',
		kind: 'quotation',
		text: '科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。',
		speaker: '习近平',
		date: '2024-01-31',
		occasion: '集体学习',
		source: 'jin-2024',
		paragraph: 2,
	},
	{ id: 'point', kind: 'point', text: '要防止一哄而上', source: 'wang-2023' },
	{ id: 'inner', kind: 'quotation', text: '抓“三新”，防“空转”。', speaker: '李某', source: 'li-2022' },
];

const paragraphs = [
	'各位代表：',
	'面对复杂严峻的国内外环境，我们坚持稳中求进工作总基调，国民经济保持平稳较快发展，全年增长5.2%。',
	'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。要加快转变经济发展方式。',
];

export const corpus = new Corpus({
	packs: [{ id: 'fuzz', title: 'fuzz' }],
	sources,
	citations,
	terms: [
		{ id: 'zhi', term: '新质生产力', aliases: [], category: '概念', wrong: ['新质生产利'] },
		{ id: 'chan', term: '未来产业', aliases: [], category: '概念' },
	],
	formulations: [],
	documents: [{ source: 'li-2022', file: 'documents/li.md', paragraphs, lines: paragraphs.map((_, at) => at + 1) }],
	pinyin: [],
	traditional: [],
	origin: new Map(),
	aliases: new Map(),
});
