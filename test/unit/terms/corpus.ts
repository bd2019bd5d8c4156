// A small corpus for tests of what stands on one.
import { compilePack } from '../../../src/core/corpus/compile';
import type { Corpus } from '../../../src/core/corpus/corpus';
import { mergePacks } from '../../../src/core/corpus/merge';
import type { PackData } from '../../../src/core/corpus/records';
import { createPinyinReader } from '../../../src/core/text/pinyinReader';

const reader = createPinyinReader();

/** The corpus of these records; `traditional` by term id, `words` as in `CompiledPack`. */
export function corpusOf(data: Partial<PackData>, traditional: Record<string, string> = {}, words?: string): Corpus {
	const pack = compilePack(
		{ info: { id: 'test', title: '测试' }, sources: [], citations: [], terms: [], formulations: [], ...data },
		reader,
	);
	return mergePacks([{ compiled: { ...pack, traditional, ...(words === undefined ? {} : { words }) } }]).corpus;
}

export const sample: Partial<PackData> = {
	sources: [
		{ id: 'jgp', type: 'article-newspaper', title: '坚持科技创新和产业创新一起抓', 'container-title': '经济日报' },
		{ id: 'qz', type: 'article-journal', title: '在发展新质生产力上积蓄更多优势', issued: '2024' },
	],
	citations: [
		{
			id: 'core',
			kind: 'quotation',
			text: '科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。',
			speaker: '习近平',
			occasion: '中共中央政治局第十一次集体学习',
			date: '2024-01-31',
			source: 'qz',
			paragraph: 1,
		},
		{
			id: 'north',
			kind: 'quotation',
			text: '推动东北全面振兴，根基在实体经济。',
			speaker: '习近平',
			date: '2023-09-07',
			source: 'qz',
			paragraph: 2,
		},
		{ id: 'said', kind: 'quotation', text: '把“老树”和“新枝”一起抓。', source: 'jgp', paragraph: 3 },
		{ id: 'point', kind: 'point', text: '新质生产力要靠科技创新。', source: 'jgp', paragraph: 1 },
	],
	terms: [
		{
			id: 'xinzhi',
			term: '新质生产力',
			aliases: ['新质力'],
			english: 'new quality productive forces',
			category: '概念',
			definition: { text: '创新起主导作用的先进生产力。', basis: ['core'] },
			related: ['weilai'],
		},
		{ id: 'shengchanli', term: '生产力', definition: { text: '社会发展的决定力量。', basis: 'general' } },
		{ id: 'weilai', term: '未来产业' },
		{ id: 'jiqun', term: '产业集群' },
		{ id: 'xinxing', term: '新兴产业' },
		{ id: 'xinxing-jiqun', term: '新兴产业集群' },
		{ id: 'keji', term: '科技创新' },
		{ id: 'ai', term: '人工智能', aliases: ['AI'], english: 'artificial intelligence' },
		{ id: 'lv', term: '绿色发展' },
	],
	formulations: [
		{ id: 'renwu', text: '要牢牢把握{目标}这个首要任务' },
		{ id: 'fazhan', text: '发展新质生产力是推动高质量发展的内在要求' },
		{ id: 'yiqi', text: '坚持科技创新和产业创新一起抓' },
	],
};
