// How far reported words go: without what the reporter puts before and behind them, over the sentences that go on with them, and to whom they were said.
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { speechIn } from '../../../src/core/review/speech';
import { Reviewer } from '../../../src/core/review/review';
import { corpusOf } from './corpus';

const tianjin =
	'天津作为全国先进制造研发基地，要发挥科教资源丰富等优势，在发展新质生产力上勇争先、善作为。要坚持科技创新和产业创新一起抓，加强科创园区建设，促进数字经济与实体经济深度融合。合力建设世界级先进制造业集群。';
const core = '科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素';
const corpus = corpusOf({
	sources: [
		{ id: 'daily', type: 'article-newspaper', title: '一起抓' },
		{ id: 'xinhua', type: 'webpage', title: '集体学习' },
	],
	citations: [
		{
			id: 'tianjin',
			kind: 'quotation',
			text: tianjin,
			speaker: '习近平',
			occasion: '在天津看望慰问基层干部群众',
			source: 'daily',
			paragraph: 1,
		},
		{
			id: 'core',
			kind: 'quotation',
			text: `${core}。`,
			speaker: '习近平',
			occasion: '中共中央政治局第十一次集体学习',
			date: '2024-01-31',
			source: 'xinhua',
			paragraph: 2,
		},
	],
	documents: { report: ['整合科技创新资源，引领发展战略性新兴产业和未来产业，加快形成新质生产力。'] },
});
const found = (draft: string, all = false) =>
	new Reviewer(corpus)
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'], all })
		.findings.map(one => `${one.code} ${one.severity} ${draft.slice(one.start, one.end)}`);

test('what the reporter adds behind the words is not theirs; what is changed within them and who is named is found all the same', () => {
	const after = '，这为我们指明了前进方向，全省上下深受鼓舞';
	expect(found(`总书记指出，${core}${after}。`)).toEqual([]);
	expect(found(`总书记指出，${core}${after}。`, true)).toEqual([`quotation.verbatim hint ${core}`]);
	const wrong = core.replace('新动能', '新动力');
	expect(found(`总书记指出，${wrong}${after}。`)).toEqual([`quotation.differs warning ${wrong}`]);
	expect(found(`总书记指出，${wrong}，好。`)).toEqual([`quotation.differs warning ${wrong}`]);
	// Another leader may say the same.
	expect(found(`李强总理指出，${core}${after}。`)).toEqual([`quotation.attribution information ${core}`]);
});

test.each(['要', '各地要', '我们必须', '各级党委和政府要'])('%s before the words is the reporter’s', modal => {
	const words = '整合科技创新资源，引领发展战略性新兴产业和未来产业，加快形成新质生产力';
	expect(found(`总书记指出，${modal}${words}。`)).toEqual([]);
	expect(found(`总书记指出，${modal}${words.replace('引领', '带领')}。`)).toEqual([
		`quotation.differs warning ${words.replace('引领', '带领')}`,
	]);
	expect(found(`总书记指出，“${modal}${words}”。`)[0]).toBe(`quotation.differs warning ${modal}${words}`);
});

test('who is to do it is the reporter’s as well, where the words begin with what is to be done', () => {
	const words = '要坚持科技创新和产业创新一起抓，加强科创园区建设';
	expect(found(`市长要求，全市上下${words}。`)).toEqual([]);
	expect(found(`市长要求，全市上下${words.replace('加强', '加快')}。`)).toEqual([
		`quotation.differs warning ${words.replace('加强', '加快')}`,
	]);
});

test('sentences that go on with what was said are compared as well, until they do not', () => {
	const draft = `习近平总书记在天津强调，${tianjin}`;
	expect(found(draft)).toEqual([]);
	expect(found(draft.replace('深度', '相互').replace('世界级', '世界一流'))).toEqual([
		'quotation.differs warning 要坚持科技创新和产业创新一起抓，加强科创园区建设，促进数字经济与实体经济相互融合',
		'quotation.differs warning 合力建设世界一流先进制造业集群',
	]);
	// Behind a sentence of the writer's own nothing goes on any more.
	expect(
		found(draft.replace('要坚持', '全市上下认真贯彻落实。要坚持').replace('世界级', '世界一流')).filter(one =>
			one.includes('warning'),
		),
	).toEqual([]);
});

test('to whom the words were said is no part of them', () => {
	const shown = (text: string) => speechIn(text, ['习近平']).map(({ start, end }) => text.slice(start, end));
	expect(shown('习近平总书记勉励无锡，在高质量发展上挑起大梁。')).toEqual(['在高质量发展上挑起大梁']);
	expect(shown('总书记要求各地区各部门：要抓创新。')).toEqual(['要抓创新']);
	expect(found('习近平总书记勉励天津在发展新质生产力上勇争先、善作为。')).toEqual([]);
	expect(found('习近平总书记勉励天津在发展新质生产力上勇争先、敢作为。')).toEqual([
		'quotation.differs warning 在发展新质生产力上勇争先、敢作为',
	]);
	expect(
		found('习近平总书记勉励天津在发展新质生产力上勇争先、善作为，合力建设世界级先进制造业集群。').filter(one =>
			one.includes('warning'),
		),
	).toEqual([]);
	expect(shown('按照总书记的嘱托，天津在创新上走在前。')).toEqual([]);
	expect(shown('落实国务院要求各地在年底前完成的任务。')).toEqual([]);
});

test('a line with a dash says whose words stand before it only where it names somebody, a time or a print', () => {
	const wrong = `${core.replace('新动能', '新动力')}。`;
	const quoted = (line: string) =>
		new Reviewer(corpus)
			.reviewNow(new Draft(`${wrong}\n\n${line}\n`, 'markdown'), { families: ['quotation'] })
			.findings.some(one => one.code === 'quotation.differs' && one.severity === 'warning');
	expect(
		[
			'——习近平',
			'——习近平2024年1月31日在中共中央政治局第十一次集体学习时强调',
			'——《求是》2024年第11期',
			'——摘自新华社报道',
			'——2024年1月31日，中央政治局集体学习',
		].map(quoted),
	).toEqual([true, true, true, true, true]);
	expect(
		['——改革开放进一步深化。', '——坚持创新驱动发展', '——2023年，全省经济平稳增长。', '——做强产业：抓重点企业'].map(
			quoted,
		),
	).toEqual([false, false, false, false]);
});
