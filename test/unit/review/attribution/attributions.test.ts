// Where words are said to stand: the report of a place and a year, the article of a law, a meeting, a dated speech.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { applyEdits } from '../../../../src/core/draft/edit';
import { wordFinding } from '../../../../src/core/messages/findings';
import { Reviewer } from '../../../../src/core/review/review';
import { createPolicyService } from '../../../../src/core/service';
import { corpusOf } from '../corpus';

const corpus = corpusOf({
	sources: [
		{ id: 'jiangsu', type: 'report', title: '2026年江苏省政府工作报告', issued: '2026-01-20' },
		{
			id: 'zhejiang',
			type: 'report',
			title: '政府工作报告',
			author: [{ literal: '浙江省人民政府' }],
			issued: '2026-01-14',
		},
		{ id: 'anhui', type: 'report', title: '2026年安徽省政府工作报告', fidelity: 'excerpt' },
		{ id: 'hunan', type: 'report', title: '湖南省政府工作报告', issued: '2023-01-14' },
		// Of a place whose name is too short to be told.
		{
			id: 'yi',
			type: 'report',
			title: '乙市政府工作报告',
			author: [{ literal: '乙市人民政府' }],
			issued: '2026-02-05',
		},
		{ id: 'grain', type: 'legislation', title: '中华人民共和国粮仓法（2021年修正）', issued: '2021-06-10' },
		{ id: 'canal', type: 'legislation', title: '运河管理条例', issued: '2019-01-01' },
		{ id: 'speech', type: 'speech', title: '在全省粮食工作会议上的讲话', issued: '2025-11-03' },
		{ id: 'notes', type: 'webpage', title: '会议摘录' },
	],
	citations: [
		{
			id: 'said',
			kind: 'quotation',
			text: '要把修好每一座粮仓作为今年冬天的头等大事来抓。',
			date: '2025-12-08',
			source: 'notes',
			paragraph: 1,
		},
	],
	documents: {
		jiangsu: ['江苏的报告', '要在沿江建设十座绿色粮仓，让每一粒稻谷都有安稳的家。'],
		zhejiang: ['浙江的报告', '要在钱塘江边修复百里古堤，让潮水守规矩、百姓得安宁。'],
		anhui: ['安徽的报告', '别的事情。'],
		hunan: ['湖南的报告', '要把湘江两岸的老渡口修好。'],
		yi: ['乙市的报告', '把好事办好。'],
		grain: [
			'第一条 为了保护粮仓，制定本法。',
			'第十二条 县级以上人民政府应当每年检查粮仓的屋顶和通风设施。',
			'第二十一条 国家建立粮仓分类管理制度，按照储量和用途确定管护等级。',
			'管护等级每五年核定一次，核定结果向社会公布。',
		],
		canal: ['第一条 为了管好运河，制定本条例。', '第十二条 沿河单位应当在汛期前清理河道内的沉船和杂物。'],
		speech: ['我们要像爱护眼睛一样爱护粮仓，把每一道裂缝都补好。'],
	},
});
const reviewer = new Reviewer(corpus);
const attributions = (draft: string) =>
	reviewer
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
		.findings.filter(one => one.code === 'quotation.attribution');
const told = (draft: string) =>
	attributions(draft).map(({ severity, data }) =>
		[severity, data.why, data.why === 'source' ? data.cited : `${data.written}→${data.expected}`].join(' '),
	);

const grain = '要在沿江建设十座绿色粮仓，让每一粒稻谷都有安稳的家';
const dyke = '要在钱塘江边修复百里古堤，让潮水守规矩、百姓得安宁';
const article = '国家建立粮仓分类管理制度，按照储量和用途确定管护等级';
const paragraph = '管护等级每五年核定一次，核定结果向社会公布';

describe('reports', () => {
	test.each([
		[`浙江省政府工作报告提出：“${grain}。”`, 'warning place 浙江省→江苏'],
		[`浙江2026年政府工作报告提出，${grain}。`, 'warning place 浙江→江苏'],
		[`“${grain}。”（2026年浙江省政府工作报告）`, 'warning place 浙江省→江苏'],
		[`> ${grain}。\n>\n> ——《浙江省政府工作报告》`, 'warning place 浙江省→江苏'],
		[`江苏提出“${grain}”，江苏省政府工作报告又说“${dyke}”。`, 'warning place 江苏省→浙江'],
		[`2025年江苏省政府工作报告提出：“${grain}。”`, 'information date 2025年→2026'],
		[`安徽省政府工作报告提出：“${grain}。”`, 'information place 安徽省→江苏'],
		[`云南省政府工作报告提出：“${grain}。”`, 'information place 云南省→江苏'],
		[`湖南省政府工作报告提出：“${grain}。”`, 'information place 湖南省→江苏'],
		[`2023年湖南省政府工作报告提出：“${grain}。”`, 'warning place 湖南省→江苏'],
	])('%s', (draft, finding) => expect(told(draft)).toEqual([finding]));

	test.each([
		`江苏省政府工作报告提出：“${grain}。”`,
		`2026年江苏省《政府工作报告》写道，“${grain}”。`,
		`二〇二六年江苏省政府工作报告提出，${grain}。`,
		`江苏省人民政府工作报告（2026年）提出：“${grain}。”`,
		`与浙江省政府工作报告提出的“${dyke}”相比，江苏省政府工作报告更强调“${grain}”。`,
		`江苏省政府工作报告提出“${grain}”，浙江省政府工作报告提出“${dyke}”。`,
		`浙江省政府工作报告之后，江苏也提出“${grain}”。`,
		`今年的政府工作报告提出：“${grain}。”`,
		`浙江省政府工作报告提出“绿色粮仓”。`,
	])('nothing is said of %s', draft => expect(told(draft)).toEqual([]));

	test('the fix writes the right province, in the same rank', () => {
		const draft = `浙江省政府工作报告提出：“${grain}。”`;
		const [finding] = attributions(draft);
		const service = createPolicyService(corpus);
		const [fix] = finding ? service.fixes(new Draft(draft, 'markdown'), finding, 'pandoc') : [];
		expect(fix && applyEdits(draft, fix.edits)).toBe(`江苏省政府工作报告提出：“${grain}。”`);
	});
});

describe('laws', () => {
	test.each([
		[`《粮仓法》第十二条规定：“${article}。”`, 'warning article 第十二条→第二十一条'],
		[`粮仓法第12条规定，“${paragraph}”。`, 'warning article 第12条→第二十一条'],
		[`“${paragraph}。”（《中华人民共和国粮仓法》第十二条）`, 'warning article 第十二条→第二十一条'],
		[`第十二条规定：“${article}。”`, 'warning article 第十二条→第二十一条'],
		[`《运河管理条例》第十二条规定：“${article}。”`, 'warning title 运河管理条例→粮仓法'],
		[`《土地管理法》第二十一条规定：“${article}。”`, 'information title 土地管理法→粮仓法'],
		[`《粮仓法》第十二条明确规定，${article}。`, 'warning article 第十二条→第二十一条'],
		[`根据粮仓法第十二条第一款的规定：${article}，这是基本要求。`, 'warning article 第十二条→第二十一条'],
		[`《运河管理条例》（2019年）规定，${article}。`, 'warning title 运河管理条例→粮仓法'],
		[`根据土地管理法第二十一条，“${article}”。`, 'information title 土地管理法→粮仓法'],
	])('%s', (draft, finding) => expect(told(draft)).toEqual([finding]));

	test.each([
		`《粮仓法》第二十一条规定：“${article}。”`,
		`《中华人民共和国粮仓法》（2021年修正）第二十一条第二款规定：“${paragraph}。”`,
		`粮仓法第21条规定，“${article}”。`,
		`《粮仓法》第二十一条规定，${article}。`,
		`《粮仓法》第十二条规定，国家建立粮仓管理制度，按用途确定管护的等级。`,
		`《运河管理条例》第十二条之外，《粮仓法》第二十一条也规定：“${article}。”`,
		`《运河管理条例》施行以来，粮仓工作有了依据：“${article}。”`,
		`《农民日报》刊文指出：“${article}。”`,
	])('nothing is said of %s', draft => expect(told(draft)).toEqual([]));

	test('the number is written as the draft writes numbers', () => {
		const draft = `粮仓法第12条规定，“${article}”。`;
		const [finding] = attributions(draft);
		const service = createPolicyService(corpus);
		const [fix] = finding ? service.fixes(new Draft(draft, 'markdown'), finding, 'pandoc') : [];
		expect(fix && applyEdits(draft, fix.edits)).toBe(`粮仓法第21条规定，“${article}”。`);
	});
});

describe('meetings and dates', () => {
	const said = '要把修好每一座粮仓作为今年冬天的头等大事来抓';
	const own = '我们要像爱护眼睛一样爱护粮仓，把每一道裂缝都补好';
	test.each([
		[`2025年12月9日，会议指出：“${said}。”`, 'warning date 2025年12月9日→2025-12-08'],
		[`在2025年12月9日的讲话中，“${said}”是重点。`, 'warning date 2025年12月9日→2025-12-08'],
		[`“${said}。”（2025年12月9日讲话）`, 'warning date 2025年12月9日→2025-12-08'],
		[`省长2025年11月30日在讲话中强调，${own}。`, 'warning date 2025年11月30日→2025-11-03'],
	])('%s', (draft, finding) => expect(told(draft)).toEqual([finding]));

	test.each([
		`2025年12月8日，会议指出：“${said}。”`,
		`“${said}。”（2025年12月8日讲话）`,
		`省长2025年11月3日在讲话中强调，${own}。`,
	])('nothing is said of %s', draft => expect(told(draft)).toEqual([]));
});

test('what is not at hand accuses nobody: it says so, in both languages, and offers no fix', () => {
	const draft = `安徽省政府工作报告提出：“${grain}。”`;
	const [finding] = attributions(draft);
	expect(finding && wordFinding(finding, corpus)).toEqual({
		zh: '这句话见于《2026年江苏省政府工作报告》（2026年1月20日）第2段；这里说出自安徽省的报告，手头没有它的全文，无从判断是否有误。',
		en: 'These words stand in 《2026年江苏省政府工作报告》 (2026-01-20), paragraph 2; not all of the report of 安徽省, which is named here, is at hand, so nothing can be told.',
	});
	expect(finding?.data).toMatchObject({ unread: true, changes: [] });
	expect(told(`${grain}：“${grain}。”[@anhui]`)).toEqual(['information source anhui']);
});

test('words that are nearly another report’s are not misquoted from it where the report that is named is not at hand', () => {
	const codes = (draft: string) =>
		reviewer.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] }).findings.map(one => one.code);
	const altered = grain.replace('十座', '多座');
	expect(codes(`云南省政府工作报告提出：“${altered}。”`)).toEqual(['quotation.unknown']);
	expect(codes(`江苏省政府工作报告提出：“${altered}。”`)).toEqual(['quotation.differs']);
	expect(codes(`报告提出：“${altered}。”`)).toEqual(['quotation.differs']);
});

describe('该法 stands for the law named before', () => {
	const rule = '沿河单位应当在汛期前清理河道内的沉船和杂物';
	test.each([
		[`《粮仓法》管得细。该法第十二条还规定，${article}。`, 'warning article 第十二条→第二十一条'],
		[`《粮仓法》管得细。该法第十二条规定：“${rule}”。`, 'warning title 该法→运河管理条例'],
	])('%s', (draft, finding) => expect(told(draft)).toEqual([finding]));
	test.each([
		`《粮仓法》管得细。该法第二十一条还规定，${article}。`,
		`《运河管理条例》管得细。该条例第十二条规定：“${rule}”。`,
		`《粮仓法》与《运河管理条例》都管得细。该法第二十一条规定：“${article}”。`,
	])('%s', draft => expect(told(draft)).toEqual([]));
});

describe('who is said to have spoken the words', () => {
	const known = new Reviewer(
		corpusOf({
			sources: [
				{ id: 'notes', type: 'webpage', title: '会议摘录' },
				{
					id: 'session',
					type: 'speech',
					title: '在参加十四届全国人大二次会议代表团审议时的讲话',
					issued: '2024-03-05',
				},
			],
			citations: [
				{
					id: 'said',
					kind: 'quotation',
					text: '要把修好每一座粮仓作为今年冬天的头等大事来抓。',
					speaker: '赵一鸣',
					source: 'notes',
				},
				{
					id: 'session-said',
					kind: 'quotation',
					text: '让每一条运河都有人管、有人护、有人爱。',
					speaker: '赵一鸣',
					date: '2024-03-05',
					source: 'session',
				},
			],
			documents: {},
		}),
	);
	const why = (draft: string) =>
		known
			.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
			.findings.flatMap(one =>
				one.code === 'quotation.attribution'
					? [`${one.data.why} ${one.data.why === 'source' ? '' : one.data.written}`]
					: [],
			);
	const words = '要把修好每一座粮仓作为今年冬天的头等大事来抓';

	test.each([
		`钱二喜强调，“${words}”。`,
		`“${words}”，钱二喜书记的这一要求很及时。`,
		`“${words}。”这是钱二喜的重要论断。`,
	])('another by the form of the name: %s', draft => {
		expect(why(draft)).toEqual(['speaker 钱二喜']);
	});

	test.each([
		`会议强调，“${words}”。`,
		`方案提出，“${words}”。`,
		`“${words}”，我市认真落实钱二喜书记的要求。`,
		`“${words}”，赵一鸣的这一要求很及时。`,
		'在2024年全国两会上，赵一鸣提出“让每一条运河都有人管、有人护、有人爱”。',
	])('nothing in %s', draft => {
		expect(why(draft)).toEqual([]);
	});

	test('sessions of another year are another occasion', () => {
		expect(why('在2023年全国两会上，赵一鸣提出“让每一条运河都有人管、有人护、有人爱”。')).toEqual(['date 2023年']);
	});
});

describe('who spoke, named beside the words', () => {
	const said = '要把修好每一座粮仓作为今年冬天的头等大事来抓';
	const speakers = new Reviewer(
		corpusOf({
			sources: [
				{ id: 'page', type: 'webpage', title: '摘录', author: [{ literal: '钱书华' }] },
				{ id: 'paper', type: 'article-newspaper', title: '粮仓记', 'container-title': '江城日报' },
				{
					id: 'talk',
					type: 'speech',
					title: '在粮食大会上的讲话',
					author: [{ literal: '周怀远' }],
					issued: '2025-02-10',
				},
				{ id: 'report', type: 'report', title: '2015年国务院政府工作报告', fidelity: 'excerpt' },
			],
			citations: [
				{ id: 'a', kind: 'quotation', text: `${said}。`, speaker: '孙大为', date: '2025-12-08', source: 'page' },
				{
					id: 'b',
					kind: 'quotation',
					text: '粮仓的门要朝着种粮人开，窗要朝着晒谷场开。',
					speaker: '李四方',
					source: 'paper',
				},
				{ id: 'c', kind: 'quotation', text: '粮仓归根到底要看仓里有没有粮食。', source: 'paper' },
				{ id: 'd', kind: 'quotation', text: '让每一粒稻谷都有安稳的家。', source: 'report' },
			],
			documents: { talk: ['抓粮仓不能等米下锅，要带着图纸去、带着尺子去。'] },
		}),
	);
	const faults = (draft: string) =>
		speakers
			.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
			.findings.flatMap(({ code, data }) =>
				code === 'quotation.attribution' ? [`${data.why} ${data.written}→${data.expected}`] : [],
			);

	test.each([
		[`“${said}。”——李四方`, 'speaker 李四方→孙大为'],
		[`“${said}。”（李四方，2025年）`, 'speaker 李四方→孙大为'],
		[`“${said}。”（孙大为，2021年）`, 'date 2021年→2025-12-08'],
		[`“${said}”，李四方这样勉励大家。`, 'speaker 李四方→孙大为'],
		[`**李四方**：“${said}。”`, 'speaker 李四方→孙大为'],
		[`李四方的判断很鲜明：“${said}。”`, 'speaker 李四方→孙大为'],
		[`| 谁 | 原话 |\n|---|---|\n| 李四方 | “${said}” |`, 'speaker 李四方→孙大为'],
		[`“${said}。”——党的二十大报告`, ''],
		[`李四方指出：“粮仓归根到底要看仓里有没有粮食。”`, 'speaker 李四方→江城日报'],
		[`市长陈立群强调：“抓粮仓不能等米下锅，要带着图纸去、带着尺子去。”`, 'speaker 陈立群→周怀远'],
		[`温家宝在政府工作报告里说，“让每一粒稻谷都有安稳的家”。`, 'speaker 温家宝→李克强'],
	])('%s', (draft, fault) => {
		expect(faults(draft).join()).toBe(fault);
	});

	test.each([
		`“${said}。”——孙大为`,
		`“${said}。”（孙大为，2025年）`,
		// In brackets stands who wrote the text as well.
		`“${said}。”（钱书华，2025年）`,
		`“${said}”——李四方带头落实了这一要求。`,
		`**孙大为**：“${said}。”`,
		`《江城日报》围绕李四方的讲话指出：“粮仓归根到底要看仓里有没有粮食。”`,
		`“让每一粒稻谷都有安稳的家”，孙大为在会上强调。`,
	])('nothing of %s', draft => {
		expect(faults(draft)).toEqual([]);
	});

	describe('two speakers in one sentence', () => {
		const door = '粮仓的门要朝着种粮人开，窗要朝着晒谷场开';
		const joints = ['；', '。', '，', '；而', '，而', ' '];
		const adverbs = ['', '则', '也', '同样'];
		const verbs = ['提出', '指出，', '认为，', '说：', '强调：', '表示，'];
		const pairs = joints.flatMap(joint => adverbs.flatMap(adverb => verbs.map(verb => ({ joint, adverb, verb }))));

		test('each has said the words behind the own name', () => {
			const wrong = pairs
				.map(({ joint, adverb, verb }) => `孙大为指出，“${said}”${joint}李四方${adverb}${verb}“${door}”。`)
				.filter(draft => faults(draft).length > 0);
			expect(wrong).toEqual([]);
		});
		test('words that were changed over are told of, both', () => {
			const wrong = pairs
				.map(({ joint, adverb, verb }) => `孙大为指出，“${door}”${joint}李四方${adverb}${verb}“${said}”。`)
				.filter(draft => faults(draft).join() !== 'speaker 孙大为→李四方,speaker 李四方→孙大为');
			expect(wrong).toEqual([]);
		});
		test('the second day is that of the second words', () => {
			expect(faults(`孙大为2025年12月8日指出，“${said}”，2021年3月1日又指出，“${said}”。`)).toEqual([
				'date 2021年3月1日→2025-12-08',
			]);
			expect(faults(`孙大为2021年3月1日提出“${said}”，2025年12月8日又提出“${said}”。`)).toEqual([
				'date 2021年3月1日→2025-12-08',
			]);
		});
		test('who goes on is the one who has begun', () => {
			expect(faults(`孙大为指出，“${said}”，强调“${door}”。`)).toEqual(['speaker 孙大为→李四方']);
		});
		test('who says the next words has not said those before', () => {
			expect(faults(`在会上，孙大为说“${said}”，李四方则说“${door}”。`)).toEqual([]);
		});
	});
});
