// Whose words are said to be, told by what stands around them: a table, a heading, what is said behind them, another
// newspaper or meeting.
import { expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { applyEdits } from '../../../../src/core/draft/edit';
import { Reviewer } from '../../../../src/core/review/review';
import { corpusOf } from '../corpus';

const [granary, canal, essay] = [
	'修粮仓是安民心的大事，一座也不能少。',
	'运河通则百业兴，要一段一段接着修。',
	'粮仓边上的学校应当率先用上清洁能源。',
];
const corpus = corpusOf({
	sources: [
		{ id: 'notes', type: 'webpage', title: '会议摘录' },
		{
			id: 'daily',
			type: 'article-newspaper',
			title: '粮仓与学校',
			author: [{ literal: '金观平' }],
			'container-title': '经济日报',
		},
	],
	citations: [
		{
			id: 'a',
			kind: 'quotation',
			text: granary,
			speaker: '习近平',
			date: '2024-01-31',
			occasion: '全国两会',
			source: 'notes',
		},
		{ id: 'b', kind: 'quotation', text: canal, speaker: '李强', source: 'notes', paragraph: 2 },
		{ id: 'c', kind: 'quotation', text: essay, source: 'daily', paragraph: 1 },
	],
});
const reviewer = new Reviewer(corpus);
const reviewed = (text: string) =>
	reviewer.reviewNow(new Draft(text, 'markdown'), { families: ['quotation'] }).findings;
const found = (text: string) =>
	reviewed(text)
		.filter(one => one.code === 'quotation.attribution')
		.map(({ data: { why, written, expected } }) => `${why} ${written}→${expected}`);

test.each([
	[`“${granary}”国务院总理李强这样界定。`, ['speaker 李强→习近平']],
	[`“${granary}”习近平总书记这样界定。`, []],
	[`“${granary}”李强这样的干部听得懂。`, []],
	[`### 李强\n\n- “${granary}”\n- “${canal}”`, ['speaker 李强→习近平']],
	[`### 李强同志\n\n“${granary}”`, ['speaker 李强→习近平']],
	[`### 李强\n\n他转述了“${granary}”`, []],
	[`### 李强谈粮食\n\n“${granary}”`, []],
	[`| 来源 | 引文 |\n|---|---|\n| 杜小刚 | “${granary}” |`, ['speaker 杜小刚→习近平']],
	[`| 讲话人 | 时间 | 原话 |\n|---|---|---|\n| 习近平 | 2022-10-16 | “${granary}” |`, ['date 2022-10-16→2024-01-31']],
	[`| 讲话人 | 时间 | 原话 |\n|---|---|---|\n| 习近平 | 2024-01-31 | “${granary}” |`, []],
	[`| 原话 | 讲话人 |\n|---|---|\n| ${granary} | 李强 |\n| ${canal} | 李强 |`, ['speaker 李强→习近平']],
	[`| 项目 | 单位 |\n|---|---|\n| ${granary} | 李强 |`, []],
	[`习近平在中央财经委员会第一次会议上说：“${granary}”`, ['occasion 中央财经委员会第一次会议→全国两会']],
	[`习近平在参加江苏代表团审议时说：“${granary}”`, []],
	[`《光明日报》刊文指出，“${essay}”`, ['title 光明日报→粮仓与学校']],
	[`光明日报刊文指出，“${essay}”`, ['title 光明日报→粮仓与学校']],
	[`“${essay}”（《光明日报》2024年2月20日）`, ['title 光明日报→粮仓与学校']],
	[`《经济日报》刊文指出，“${essay}”`, []],
	[`金观平指出，“${essay}”`, []],
	// What a leader said stands in every newspaper.
	[`《光明日报》报道，“${granary}”`, []],
	[`《关于修建粮仓的决定》提出，“${granary}”`, ['title 关于修建粮仓的决定→会议摘录']],
])('%j', (draft, expected) => {
	expect(found(draft)).toEqual(expected);
});

test('another newspaper or document accuses nobody, whose text is not at hand', () => {
	for (const draft of [`《光明日报》刊文指出，“${essay}”`, `《关于修建粮仓的决定》提出，“${granary}”`])
		expect(reviewed(draft).find(one => one.code === 'quotation.attribution')).toMatchObject({
			severity: 'information',
			data: { unread: true },
		});
});

test('the name in the heading is what is mended', () => {
	const draft = `### 李强\n\n“${granary}”`;
	const [finding] = reviewed(draft).filter(one => one.code === 'quotation.attribution');
	const edits = (finding?.data.changes ?? []).map(one => ({ start: one.start, end: one.end, text: one.original }));
	expect(finding?.data.changes).toMatchObject([{ written: '李强', original: '习近平' }]);
	expect(applyEdits(draft, edits)).toBe(draft.replace('李强', '习近平'));
});
