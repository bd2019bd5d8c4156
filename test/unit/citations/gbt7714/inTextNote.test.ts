// 括注: what a reader of running text is told of a source.
import { expect, test } from 'vitest';
import { noteOf } from '../../../../src/core/citations/gbt7714/inTextNote';
import type { Citation, Source } from '../../../../src/core/corpus/records';

const paper: Source = {
	id: 's',
	type: 'article-newspaper',
	title: '题名',
	'container-title': '经济日报',
	author: [{ literal: '金观平' }],
	issued: '2024-02-14',
};
const said: Citation = {
	id: 'c',
	kind: 'quotation',
	text: '话。',
	speaker: '习近平',
	date: '2024-01-31',
	occasion: '中共中央政治局第十一次集体学习',
	source: 's',
};

test.each<[string, Citation | undefined, Source, string]>([
	['words on an occasion', said, paper, '（习近平，2024年1月31日，中共中央政治局第十一次集体学习）'],
	['an occasion without a day', { ...said, date: undefined }, paper, '（习近平，中共中央政治局第十一次集体学习）'],
	[
		'an author is no speaker on an occasion',
		{ ...said, date: undefined, occasion: undefined, speaker: '金观平' },
		paper,
		'（《经济日报》2024年2月14日）',
	],
	['a point of ours', { ...said, kind: 'point' }, paper, '（《经济日报》2024年2月14日）'],
	[
		'only a reposting page is dated',
		undefined,
		{ ...paper, issued: undefined, held: { date: '2024-02-14' } },
		'（《经济日报》2024年2月14日〔转载页日期〕）',
	],
	['no date at all', undefined, { ...paper, issued: undefined }, '（《经济日报》〔日期〕）'],
	[
		'a journal',
		undefined,
		{ ...paper, type: 'article-journal', 'container-title': '求是', issue: '11' },
		'（《求是》2024年第11期）',
	],
	[
		'a page',
		undefined,
		{ id: 'w', type: 'webpage', title: '学《论持久战》', author: [{ literal: '新华社' }], issued: '2024-02-01' },
		'（新华社：《学〈论持久战〉》，2024年2月1日）',
	],
	[
		'an official document',
		undefined,
		{ id: 'l', type: 'legislation', title: '规划', number: '国发〔2021〕29号' },
		'（《规划》，国发〔2021〕29号）',
	],
])('%s', (_, citation, source, expected) => expect(noteOf(citation, source).text).toBe(expected));

test('gaps are told, or left out with nothing in their place', () => {
	const undated = { ...paper, issued: undefined };
	const { text, missing } = noteOf(undefined, undated);
	expect(missing.map(gap => [gap.field, text.slice(gap.start, gap.end)])).toEqual([['issued', '〔日期〕']]);
	expect(noteOf(undefined, undated, { gaps: false })).toEqual({ text: '（《经济日报》）', missing: [] });
	expect(noteOf(undefined, paper, { locator: '第3段' }).text).toBe('（《经济日报》2024年2月14日，第3段）');
});
