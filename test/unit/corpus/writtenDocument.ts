// A source with every field a document's front matter has, and what is read back of it as written.
import { readDocument } from '../../../src/core/corpus/document';
import { documentText } from '../../../src/core/corpus/documentText';
import type { Source } from '../../../src/core/corpus/records';

export const source: Source = {
	id: 'jinguanping-2024',
	type: 'article-newspaper',
	title: '坚持科技创新和产业创新一起抓',
	author: [{ literal: '金观平' }],
	'container-title': '经济日报',
	held: { from: '每日看点快看', date: '2024-02-14' },
	holdings: [{ from: 'example.cn', date: '2024-03', URL: 'https://example.cn/a?b=1#c' }],
	imported: { file: '三月/原文 "副本".txt', sha256: 'a'.repeat(64) },
	damage: ['quotation-marks'],
	missing: ['issued', 'page', 'URL'],
	fidelity: 'damaged',
};
export const back = (paragraphs: readonly string[], of: Source = source) => {
	const read = readDocument('documents/a.md', documentText(of, paragraphs));
	return { value: read.head?.value, paragraphs: read.paragraphs, problems: read.problems };
};
