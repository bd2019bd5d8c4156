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
const corpus = corpusOf({
	sources: [
		{ id: 'law', type: 'legislation', title: '中华人民共和国粮仓法' },
		{ id: 'north', type: 'report', title: '2026年山东省政府工作报告', author: [{ literal: '周乃翔' }] },
		{ id: 'south', type: 'report', title: '2026年江苏省政府工作报告' },
	],
	documents: {
		law: [`第五条　${first}`, `第六条　${second}`],
		north: ['2026年山东省政府工作报告', northern, common],
		south: ['2026年江苏省政府工作报告', '江苏省省长 刘小涛', southern, common],
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

test('what is reported stands in many texts, and is nobody’s to keep to', () => {
	expect(found(`周乃翔指出，今年以来，${common.replace('抓好', '做好')}`)).toEqual([]);
});
