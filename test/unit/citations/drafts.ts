// Sources and drafts for tests of what is done with citations: made up here, so that no expectation depends on the shipped corpus.
import fc from 'fast-check';
import { Corpus } from '../../../src/core/corpus/corpus';
import type { Source } from '../../../src/core/corpus/records';
import { applyEdits, faultOf, type Edit } from '../../../src/core/draft/edit';
import { formatReference } from '../../../src/core/citations/gbt7714/reference';
import { Sources } from '../../../src/core/citations/sources';

export const newspaper: Source = {
	id: 'jin-2024',
	type: 'article-newspaper',
	title: '坚持科技创新和产业创新一起抓',
	author: [{ literal: '金观平' }],
	'container-title': '经济日报',
	issued: '2024-02-14',
	page: '1',
};
export const book: Source = {
	id: 'wang-2023',
	type: 'book',
	title: '新质生产力概论',
	author: [{ literal: '王某' }],
	'publisher-place': '北京',
	publisher: '人民出版社',
	issued: '2023',
	page: '1-300',
};
export const article: Source = {
	id: 'li-2022',
	type: 'article-journal',
	title: '论产业创新',
	author: [{ literal: '李某' }],
	'container-title': '经济研究',
	issued: '2022',
	volume: '57',
	issue: '3',
	page: '4-18',
};
export const page: Source = {
	id: 'page-p3',
	type: 'webpage',
	title: '数字经济_发展*规划',
	author: [{ literal: '国务院' }],
	issued: '2022-01-12',
	accessed: '2024-03-01',
	URL: 'https://example.org/a_b',
};
export const gapped: Source = {
	id: 'gapped-2024',
	type: 'article-newspaper',
	title: '发展新质生产力要突出因地制宜',
	author: [{ literal: '佚某' }],
	'container-title': '经济日报',
	missing: ['issued', 'page'],
};
export const foreign: Source = {
	id: 'Smith 2020',
	type: 'book',
	title: 'Innovation and Growth',
	author: [{ family: 'Smith', given: 'Adam John' }],
	'publisher-place': 'London',
	publisher: 'Allen',
	issued: '2020',
	language: 'en',
};
export const all: readonly Source[] = [newspaper, book, article, page, gapped, foreign];

export const corpusOf = (sources: readonly Source[]) =>
	new Corpus({
		packs: [{ id: 'test', title: 'test' }],
		sources,
		citations: [],
		terms: [],
		formulations: [],
		pinyin: [],
		traditional: [],
		origin: new Map(),
		aliases: new Map(),
	});
export const sources = new Sources(corpusOf(all));
export const ref = (source: Source, options: Parameters<typeof formatReference>[1] = {}) =>
	formatReference(source, options).text;

/** The draft after a plan, whose edits must be whole. */
export function applied(text: string, { edits }: { readonly edits: readonly Edit[] }): string {
	const fault = faultOf(text, edits);
	if (fault) throw new Error(`${fault.code} at ${fault.at}: ${JSON.stringify([text, edits])}`);
	return applyEdits(text, edits);
}

const words = fc.constantFrom(
	'发展新质生产力',
	'，要素',
	'。',
	'😀',
	'𠮷',
	'**重点**',
	'`[^jin-2024] [@wang-2023]`',
	'见https://example.org/x ',
	'（见附件）',
	'50%',
);

/** Paragraphs of a draft with `mark()`s in them: prose, list, table, block quote, code. */
export function bodies(mark: fc.Arbitrary<string>): fc.Arbitrary<string> {
	const sentence = fc
		.array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: mark }), { minLength: 1, maxLength: 8 })
		.map(bits => `文${bits.join('')}`);
	const block = fc.oneof(
		{ weight: 4, arbitrary: sentence },
		sentence.map(text => `- ${text}\n  1. 内`),
		fc.tuple(sentence, sentence).map(([a, b]) => `| 甲 | 乙 |\n|---|---|\n| ${a} | ${b} |`),
		sentence.map(text => `> ${text}\n> 续`),
		sentence.map(text => `## ${text}`),
		fc.constant('```\n[^jin-2024]: 码\n[^wang-2023] [@jin-2024]\n```'),
		fc.constant('<!-- [^jin-2024] -->'),
		fc.constant('文\n\n    [^wang-2023]: 缩进的码'),
	);
	return fc.array(block, { minLength: 1, maxLength: 6 }).map(blocks => blocks.join('\n\n'));
}
