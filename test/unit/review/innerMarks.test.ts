// Marks within words that are quoted as a block or reported, and few words in marks that nobody is said to have said.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { Reviewer } from '../../../src/core/review/review';
import { corpusOf } from './corpus';

const consumption =
	'促消费“政策+活动”效应明显，全市社会消费品零售总额增长4.6%，离境退税商店达到1837家，“三农”投入继续增加。';
const corpus = corpusOf({
	sources: [{ id: 'report', type: 'report', title: '甲市政府工作报告' }],
	documents: {
		report: [
			consumption,
			'大力弘扬马上就办优良作风，始终真抓实干、担当作为，努力创造经得起历史检验的实绩。',
			'第六批经济大省要挑大梁、走在前，海南要当好排头兵。',
		],
	},
});
const found = (draft: string, all = false) =>
	new Reviewer(corpus)
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'], all })
		.findings.map(one => `${one.code.replace('quotation.', '')} ${one.severity} ${draft.slice(one.start, one.end)}`);
const changes = (draft: string) =>
	new Reviewer(corpus)
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
		.findings.flatMap(({ data }) =>
			'changes' in data ? (data.changes ?? []).map(one => `${one.original}→${one.written}`) : [],
		);
const altered = consumption.replace('4.6%', '5.6%').replace('1837', '1873');

describe('inner marks', () => {
	test.each([
		['a block', `> ${altered}\n\n——《甲市政府工作报告》`],
		['a block with its source in it', `> ${altered}\n> ——《甲市政府工作报告》`],
		['reported speech', `甲市政府工作报告指出，${altered}`],
	])('%s with marks in it is compared around them', (_, draft) => {
		expect(found(draft, true)).toHaveLength(1);
		expect(found(draft)[0]).toMatch(/^differs warning 促消费/);
		expect(changes(draft)).toEqual(['4.6→5.6', '1837→1873']);
	});

	test('words between the marks are compared with those around them, and told once', () => {
		const draft = consumption.replace('政策', '对策');
		expect(changes(`> ${draft}`)).toEqual(['政→对']);
		expect(changes(`甲市政府工作报告指出，${draft}`)).toEqual(['政→对']);
	});

	test.each([`> ${consumption}`, `甲市政府工作报告指出，${consumption}`])('nothing is changed in %s', draft => {
		expect(found(draft).filter(one => !one.startsWith('uncited'))).toEqual([]);
		expect(
			found(draft, true)
				.map(one => one.slice(0, 13))
				.filter(one => !one.startsWith('uncited')),
		).toEqual(['verbatim hint']);
	});

	test('marks that hold what was said are compared alone', () => {
		const words = altered.slice(altered.indexOf('全市'), altered.indexOf('，“三农”'));
		expect(found(`> 报告在谈到消费的时候这样写道：“${words}”`)[0]).toBe(`differs warning ${words}`);
		expect(found(`甲市政府工作报告指出，去年“${words}”。`)[0]).toBe(`differs warning ${words}`);
	});

	test('of a block that stands nowhere what is marked in it is still known', () => {
		expect(found('> 我们把“政策+活动”办成了另一番样子，谁也没有料到会这样。', true)).toEqual([
			'unknown information 我们把“政策+活动”办成了另一番样子，谁也没有料到会这样',
			'verbatim hint 政策+活动',
		]);
	});
});

describe('few words in marks', () => {
	test.each(['牢记“马上就办、真抓实干”的优良作风。', '锚定“走在前、挑大梁”的使命担当。'])('%s is a slogan', draft => {
		expect(found(draft)).toHaveLength(1);
		expect(found(draft)[0]).toMatch(/^spliced information /);
	});

	test.each([
		'省长要求我们“马上就办、真抓实干”。',
		'报告提出“马上就办、真抓实干”。',
		'要“马上就办、真抓实干”[^report]。\n\n[^report]: 甲市政府工作报告',
		'《甲市政府工作报告》的“走在前、挑大梁”。',
		'“走在前、挑大梁”（《甲市政府工作报告》）。',
	])('%s is said to be somebody’s', draft => {
		expect(found(draft)[0]).toMatch(/^spliced warning /);
	});
});

test.each([
	'“大力弘扬马上就干优良作风，始终真抓实干”国际研讨会在甲市举行。',
	'实施“大力弘扬马上就干优良作风，始终真抓实干”“乙”等重大项目。',
	'《甲办法》中的“丙”修改为“大力弘扬马上就干优良作风，始终真抓实干”。',
])('what something is called is like a text by chance: %s', draft => {
	expect(found(draft).every(one => !one.includes(' warning '))).toBe(true);
	expect(found(`甲说“${/大力[^”]+/.exec(draft)?.[0] ?? ''}”。`)[0]).toMatch(/^(?:differs|spliced) /);
});

describe('reported words of a text', () => {
	const words = altered.slice(0, altered.indexOf('，“三农”'));
	const slip = '促消费“政策+活动”效应明显，全市社会消费品零售总额增长4.6%，离境退税商铺达到1837家';
	test.each([
		[`会议指出，${words}。`, 'information', 'every meeting says the like'],
		[`甲市政府工作报告指出，${words}。`, 'warning', 'the text is named'],
		[`会议指出，${slip}。`, 'warning', 'one letter of many is a slip'],
	])('%s: %s, for %s', (draft, severity) => {
		expect(found(draft)[0]).toMatch(new RegExp(`^differs ${severity} `));
	});

	test('a name that is a little like a text is not told of', () => {
		expect(found('聚焦“马上就办贵办繁办”现象，抓紧。')).toEqual([]);
		expect(found('深入实施“十项重大工程”，持续推进。')).toEqual([]);
	});
});

describe('words in marks that stand nowhere', () => {
	test.each([
		'坚持实行“支持留学、鼓励回国、来去自由”的方针。',
		'按照“产权清晰、权责明确、政企分开”的要求推进改革。',
		'抓紧实施“国家高技术研究发展计划”。',
		'打开“文件管理首选项设置菜单”。',
		'坚持“重构开放通道、重塑物流体系、提升平台”三措并举（2022年起）。',
		'甲书记出席“以科技创新引领产业创新发展”专题协商会。',
		'甲会长的会议以“加快数字建设，推进现代化建设”为主题，反响很好。',
		'《公约》缔约方举行了“应对气候变化合作高级别论坛”。',
		'## 各地开展“青春为现代化挺膺担当”主题团日活动',
		'刑法所称“应当报告而没有报告的重大事项”，是指下列事项。',
	])('%s is a name or a slogan', draft => {
		expect(found(draft)).toEqual([]);
	});

	test.each([
		'部长指出“支持留学、鼓励回国、来去自由”。',
		'报告说：“国家高技术研究发展计划成果丰硕”。',
		'“国家高技术研究发展计划成果丰硕”[^x]。\n\n[^x]: 某文。',
		'部长强调“支持留学鼓励回国”“来去自由不设任何门槛”。',
		'“谁也没有写过的诗，这里写下了。”古人的话不错。',
		'乡亲们忘不了“一个也不能少，一户也不能掉队”的庄严承诺。',
		'《甲规划》中就有“谁也没有写过的一个句子”的表述。',
		'他牢记“谁也没有写过的一个很长的句子”，埋头苦干。',
		'人们记得“没有人见过的句子，在这里第一次写下来”。',
		'> 没有人见过的句子在这里第一次写下来',
	])('%s is a quotation', draft => {
		expect(found(draft).some(one => one.startsWith('unknown'))).toBe(true);
	});
});

describe('words put together of a text that is another speaker’s', () => {
	const own = corpusOf({
		sources: [
			{ id: 'report', type: 'report', title: '甲市政府工作报告', author: [{ literal: '甲市人民政府' }] },
			{ id: 'speech', type: 'speech', title: '讲话', author: [{ literal: '张三丰' }] },
		],
		citations: [
			{
				id: 'said',
				kind: 'quotation',
				text: '江湖路远。',
				speaker: '张三丰',
				source: 'speech',
				paragraph: 9,
			},
		],
		documents: {
			report: [
				'提升农业综合生产能力和质量效益，严守耕地红线，开展红壤治理，促进良田良种良机良法集成增效。',
				'充分尊重高校和科研人员更大技术路线决定权，使其安心工作。',
			],
			speech: ['坚持科技兴农、质量兴农，严守耕地红线不放松，促进农民持续增收致富。'],
		},
	});
	const severities = (draft: string) =>
		new Reviewer(own)
			.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
			.findings.filter(one => /spliced|differs/.test(one.code))
			.map(one => one.severity);
	const words = '促进良田良种良机良法集成增效，提升农业综合生产能力和质量效益';

	test.each([
		[`张三丰强调“${words}”。`, 'information', 'a person whose text it is not'],
		[`张三丰念兹在兹，作出部署。对此，他指出“${words}”。`, 'information', 'one before'],
		[`中央农村工作会议明确“${words}”。`, 'information', 'a meeting'],
		[`甲市的报告强调“${words}”。`, 'warning', 'no person'],
		[`张三丰强调“${words}”[^report]。`, 'warning', 'cited'],
		['张三丰强调“坚持科技兴农，促进农民持续增收致富”。', 'warning', 'the person’s own text'],
		['各地要明确“赋予科研人员更大技术路线决策权”。', 'information', 'other words at its beginning'],
		['各地要明确“科研人员更大技术路线决策权”。', 'warning', 'the same beginning'],
	])('%s: %s, %s', (draft, severity) => {
		expect(severities(draft)).toEqual([severity]);
	});
});
