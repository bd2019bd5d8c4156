// What is laid down by a law, and said by whom who gave a report: retold without marks, and by another name.
import { expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { Reviewer } from '../../../../src/core/review/review';
import { corpusOf } from '../corpus';

const first = '各级人民政府应当加大保护和修缮粮仓的财政投入，提高财政资金的使用效益。';
const second = '任何单位和个人不得擅自拆除、迁移粮仓，不得占用粮仓用地。';
const northern = '全面推进粮仓修缮三年行动，年内改造老旧仓容一百二十万吨。';
const southern = '加快建设沿江粮食物流通道，力争年内新增码头泊位二十个。';
const common = '在新的一年里我们要坚持稳中求进的工作总基调抓好各项工作。';
const spoken = '科技创新是一场没有终点的长跑，既要有耐心，也要有紧迫感。';
const printed = '县域产业升级不能只盯着补贴和土地，更要算清楚物流的账。';
const reprinted = '中试平台不在多而在精，要让用过的企业来打分。';
const corpus = corpusOf({
	sources: [
		{ id: 'law', type: 'legislation', title: '中华人民共和国粮仓法' },
		{ id: 'north', type: 'report', title: '2026年山东省政府工作报告', author: [{ literal: '周乃翔' }] },
		{ id: 'speech', type: 'speech', title: '在大会上的讲话', author: [{ literal: '陈建国' }] },
		{ id: 'article', type: 'article-journal', title: '县域产业升级', author: [{ literal: '林晓梅' }] },
		{ id: 'news', type: 'article-newspaper', title: '大会侧记', author: [{ literal: '赵文华' }] },
		{ id: 'south', type: 'report', title: '2026年江苏省政府工作报告' },
	],
	documents: {
		law: [`第五条　${first}`, `第六条　${second}`],
		north: ['2026年山东省政府工作报告', northern, common],
		south: ['2026年江苏省政府工作报告', '江苏省省长 刘小涛', southern, common],
		speech: [spoken],
		article: [printed],
		news: ['陈建国到会讲话。', `他指出，${reprinted}`],
		notes: [common],
	},
});
const reviewer = new Reviewer(corpus);
const found = (draft: string) =>
	reviewer
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
		.findings.filter(one => one.severity === 'warning')
		.map(
			({ code, data }) => `${code} ${data.why ?? data.changes?.map(one => one.written + '→' + one.original).join()}`,
		);

const altered = first.replace('财政投入', '资金投入').slice(0, -1);

test.each([
	[`《中华人民共和国粮仓法》第五条规定，${altered}。`, ['quotation.differs 资金→财政']],
	[`《粮仓法》规定：${altered}。`, ['quotation.differs 资金→财政']],
	[`粮仓法规定，${altered}。`, ['quotation.differs 资金→财政']],
	[`《粮仓法》第五条规定，${first}`, []],
	// Told in one's own words.
	['《粮仓法》规定，各级政府要拿出钱来保护和修缮粮仓，花得有效益。', []],
	['《粮仓法》规定，各级人民政府应当加大修粮仓的投入，提高资金使用效益。', []],
	[`《粮仓条例》规定，${altered}。`, []],
])('%j', (draft, expected) => {
	expect(found(draft)).toEqual(expected);
});

test.each([
	[`刘小涛指出：“${northern}”`, ['quotation.attribution speaker']],
	[`周乃翔指出：“${northern}”`, []],
	[`周乃翔省长强调，“${southern}”`, ['quotation.attribution speaker']],
	[`李强指出：“${southern}”`, ['quotation.attribution speaker']],
	// Others say the same.
	[`王大力指出：“${southern}”`, []],
	[`刘小涛指出：“${common}”`, []],
])('%j', (draft, expected) => {
	expect(found(draft)).toEqual(expected);
});

test.each([
	[`陈建国指出：“${printed}”`, ['quotation.attribution speaker']],
	[`林晓梅强调：“${spoken}”`, ['quotation.attribution speaker']],
	[`“${spoken}”（林晓梅）`, ['quotation.attribution speaker']],
	[`陈建国曾告诫：“${printed}”`, ['quotation.attribution speaker']],
	[`林晓梅写道：“${printed}”`, []],
	[`“${spoken}”（陈建国）`, []],
	// Others say what an article says, and an article reports what others say.
	[`王大力指出：“${printed}”`, []],
	[`陈建国指出：“${reprinted}”`, []],
	[`林晓梅指出：“${reprinted}”`, ['quotation.attribution speaker']],
])('who wrote what is at hand: %j', (draft, expected) => {
	expect(found(draft)).toEqual(expected);
});

test.each([
	[`王大力指出：“${printed}”`, ['王大力 林晓梅']],
	[`习近平总书记强调，“${southern}”`, ['习近平 2026年江苏省政府工作报告']],
	// Who is reported, or leads, or wrote it.
	[`陈建国指出：“${reprinted}”`, []],
	[`林晓梅指出：“${printed}”`, []],
])('who asks for all is told that nothing proves the speaker: %j', (draft, expected) => {
	const { findings } = reviewer.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'], all: true });
	const unproved = findings.flatMap(one =>
		one.code === 'quotation.attribution' && one.severity === 'information' && one.data.why === 'speaker'
			? [`${one.data.written} ${one.data.expected}`]
			: [],
	);
	expect(unproved).toEqual(expected);
});

test('a phrase is not its author’s alone', () => {
	expect(found('陈建国指出：要迎来“县域产业升级”的春天。')).toEqual([]);
});

test('what is reported stands in many texts, and is nobody’s to keep to', () => {
	expect(found(`周乃翔指出，今年以来，${common.replace('抓好', '做好')}`)).toEqual([]);
});
