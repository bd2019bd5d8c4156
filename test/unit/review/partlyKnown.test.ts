// Words of which some are a source's own: a statement of one's own made with a phrase, a half that was invented, recorded
// sentences of one place.
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { Reviewer } from '../../../src/core/review/review';
import { corpusOf } from './corpus';

const first = '要把修好每一座粮仓作为今年冬天的头等大事来抓。';
const second = '各地都要拿出清单，一座一座过，到开春前全部见底。';
const later = '运河要一段一段接着修，修一段就通航一段。';
const corpus = corpusOf({
	sources: [{ id: 'speech', type: 'webpage', title: '讲话摘录' }],
	citations: [
		{ id: 'a', kind: 'quotation', text: first, speaker: '习近平', source: 'speech', paragraph: 1 },
		{ id: 'b', kind: 'quotation', text: second, speaker: '习近平', source: 'speech', paragraph: 1 },
		{ id: 'c', kind: 'quotation', text: later, speaker: '习近平', source: 'speech', paragraph: 3 },
	],
	documents: {
		report: [
			'合力修建通往每一座粮仓的乡村公路，是稳住粮食价格的重要抓手，也是冬季工作的重点。',
			'去年我们建成乡村粮仓三百二十座，改造老旧仓容十二万吨，粮食损耗率降到百分之一以下，农户卖粮不再排长队。',
		],
	},
});
const reviewer = new Reviewer(corpus);
const found = (draft: string) =>
	reviewer
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'], all: true })
		.findings.filter(one => one.code !== 'quotation.uncited');

test.each([
	'算力是稳住粮食价格的重要抓手',
	'通往每一座粮仓的乡村公路是一场马拉松',
	'修建通往每一座粮仓的乡村公路必须依靠企业',
])('a statement of one’s own with a phrase of a source is no misquotation of it: %s', words => {
	expect(found(`习近平指出：“${words}。”`)).toMatchObject([{ code: 'quotation.unknown' }]);
});

test('words put in before or behind a clause are told as ever', () => {
	expect(found('报告说：“务必要把修好每一座粮仓作为今年冬天的头等大事来抓。”')).toMatchObject([
		{ code: 'quotation.differs' },
	]);
});

test('of words half of which stand somewhere it is told which half', () => {
	const known =
		'去年我们建成乡村粮仓三百二十座，改造老旧仓容十二万吨，粮食损耗率降到百分之一以下，农户卖粮不再排长队。';
	const invented = '今年还要以数字孪生技术重塑仓储全流程，让每一粒谷子都有自己的身份证。';
	expect(found(`报告说：“${known}${invented}”`)).toMatchObject([
		{
			code: 'quotation.differs',
			severity: 'information',
			data: { source: 'report', changes: [{ kind: 'inserted', written: invented.slice(0, -1) }] },
		},
	]);
});

test('recorded sentences of one paragraph, in order and whole, are no words put together', () => {
	expect(found(`习近平指出：“${first}${second}”`)).toMatchObject([{ code: 'quotation.verbatim' }]);
	expect(found(`李强指出：“${first}${second}”`)).toMatchObject([
		{ code: 'quotation.verbatim' },
		{ code: 'quotation.attribution', data: { expected: '习近平' } },
	]);
	for (const words of [second + first, first + later, first + second.slice(8), first.slice(0, 20) + second])
		expect(found(`习近平指出：“${words}”`)).toMatchObject([{ code: 'quotation.spliced', severity: 'warning' }]);
});
