// Records against the texts they come from: a wrong word, paragraph or mark does not pass.
import { expect, test } from 'vitest';
import { checkTexts, coverage, matchBodies, type Body } from '../../../../src/core/corpus/check/texts';
import { pack } from '../pack';

const body: Body = {
	name: 'dumps/000.txt',
	title: '發展新質生產力要突出因地制宜',
	paragraphs: [
		'习近平总书记强调:“发展新质生产力不是忽视、放弃传统产业,要防止一哄而上、泡沫化,也不要搞一种模式。”各地都在行动。',
		'國家先進製造業集群已有45個,產值1,200億元,增長百分之三。',
		'第三段没有什么可说。',
	],
};
const sources =
	'- { id: s, type: webpage, title: 发展新质生产力要突出因地制宜, unrecorded: [{ paragraph: 3, reason: 没有内容。 }] }\n';
const codes = (citations: string, given: readonly Body[] = [body], source = sources) => {
	const read = pack({ sources: source, citations });
	expect(read.problems).toEqual([]);
	return checkTexts(read, given).map(
		problem => `${problem.line} ${problem.code}${problem.data.found === undefined ? '' : ` ${problem.data.found}`}`,
	);
};
const other = '- { id: o, kind: point, text: 二, source: s, paragraph: 2 }\n';
const quotation = (text: string, more = '') =>
	`${other}- { id: q, kind: quotation, text: "${text}", source: s, paragraph: 1${more} }\n`;

test.each([
	['as it stands', '发展新质生产力不是忽视、放弃传统产业，要防止一哄而上、泡沫化，也不要搞一种模式。', []],
	['in traditional script and other width', '發展新質生產力不是忽視、放棄傳統產業,要防止一哄而上', []],
	['with an omission', '发展新质生产力不是忽视、放弃传统产业……也不要搞一种模式', []],
	['one character off', '发展新质生产力不是忽略、放弃传统产业', ['2 quotation.notFound']],
	['reordered around an omission', '也不要搞一种模式……发展新质生产力', ['2 quotation.notFound']],
	['other punctuation', '发展新质生产力不是忽视，放弃传统产业', ['2 quotation.punctuation']],
])('%s', (_, text, expected) => {
	expect(codes(quotation(text)).filter(code => !code.includes('uncovered'))).toEqual(expected);
});

test('in another paragraph, beyond the last, or anywhere when no paragraph is given', () => {
	expect(
		codes(
			`${quotation('发展新质生产力')}- { id: r, kind: quotation, text: 各地都在行动, source: s, paragraph: 2 }\n- { id: t, kind: point, text: 三, source: s, paragraph: 4 }\n`,
		),
	).toEqual(['3 quotation.elsewhere 1', '4 paragraph.beyond']);
	expect(codes(`${quotation('发展新质生产力')}- { id: r, kind: quotation, text: 各地都在行动, source: s }\n`)).toEqual(
		[],
	);
});

test('marked means inside quotation marks there', () => {
	expect(codes(quotation('也不要搞一种模式。', ', marked: true'))).toEqual([]);
	expect(codes(quotation('也不要搞一种模式。', ', marked: false'))).toEqual(['2 quotation.marked']);
	expect(codes(quotation('各地都在行动。', ', marked: true'))).toEqual(['2 quotation.marked']);
	expect(
		codes(
			quotation('各地都在行动。', ', marked: true'),
			[body],
			sources.replace('type: webpage', 'type: webpage, fidelity: damaged'),
		),
	).toEqual([]);
});

test('the number of a figure stands in its paragraph', () => {
	const figure = (value: number) =>
		codes(
			`${quotation('各地都在行动。')}- { id: f, kind: figure, text: 数, value: ${value}, source: s, paragraph: 2 }\n`,
		);
	for (const value of [45, 1200, 3]) expect(figure(value)).toEqual([]);
	for (const value of [4, 12, 46]) expect(figure(value)).toEqual(['3 figure.notFound']);
});

test('the clause that is recorded of a figure stands in its paragraph', () => {
	const figure = (wording: string, paragraph: number) =>
		codes(
			`${quotation('各地都在行动。')}- { id: f, kind: figure, text: 数, value: 45, wording: ${wording}, source: s, paragraph: ${paragraph} }\n`,
		).filter(one => !one.includes('figure.notFound'));
	expect(figure('国家先进制造业集群已有45个', 2)).toEqual([]);
	expect(figure('国家先进制造业集群已有45个', 1)).toEqual(['3 quotation.elsewhere 2']);
	expect(figure('国家先进制造业集群达45个', 2)).toEqual(['3 quotation.notFound']);
});

test('a paragraph has a record or a reason', () => {
	expect(codes(other)).toEqual(['1 paragraph.uncovered']);
	expect(coverage(pack({ sources, citations: quotation('发展') }).data, [body])).toEqual([
		{
			source: 's',
			text: 'dumps/000.txt',
			paragraphs: [
				{ paragraph: 1, records: ['q'] },
				{ paragraph: 2, records: ['o'] },
				{ paragraph: 3, records: [], reason: '没有内容。' },
			],
		},
	]);
});

test('a text belongs to a source by title, by name, or by the quotations in it', () => {
	const read = pack({
		sources: `${sources}- { id: plain-2024, type: speech, title: 讲话 }\n- { id: quoted, type: speech, title: 另一讲话 }\n- { id: lost, type: speech, title: 没有原文 }\n`,
		citations: '- { id: q, kind: quotation, text: 先立后破、因地制宜, source: quoted }\n',
	});
	const plain = { name: 'x/Plain-2024.txt', paragraphs: ['别的'] };
	const quoted = { name: 'y.txt', paragraphs: ['开头', '要先立后破、因地制宜、分类指导'] };
	const matched = matchBodies(read.data, [quoted, plain, body]);
	expect([...matched].map(([id, one]) => [id, one.name])).toEqual([
		['s', body.name],
		['plain-2024', plain.name],
		['quoted', quoted.name],
	]);
	expect(
		checkTexts(read, [quoted, plain, body])
			.filter(problem => problem.code === 'text.absent')
			.map(problem => problem.data.id),
	).toEqual(['lost']);
});
