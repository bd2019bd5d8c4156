// Pages saved as text, of several shapes: the body is there whole, in order, and nothing of the page around it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDump } from '../../../../src/core/documents/plain/dump';

const read = (lines: readonly string[]) => readDump(lines.join('\n'));
const bodyOf = (lines: readonly string[]) => read(lines).paragraphs.map(paragraph => paragraph.text);

const prose = [
	'县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点。近年来，全县坚持把产业发展摆在突出位置，着力补链延链强链，特色产业产值年均增长百分之十二。',
	'从调研情况看，当前仍有三个方面的问题需要重视：一是企业规模偏小，创新投入不足；二是用地、用能等要素保障不够有力；三是专业人才引不来、留不住。',
	'下一步，要坚持问题导向，分类施策，把有限的资源用在刀刃上，推动县域产业迈向价值链中高端。',
];

describe('a news page', () => {
	const page = [
		'东山新闻网 | 设为首页 | 加入收藏',
		'首页 要闻 经济 社会 文化 视频 图片 专题',
		'',
		'市委召开常委会会议强调 扎实做好当前 ...',
		'“夜经济”点亮城市新活力',
		'全市春耕备耕工作现场会在河口召开 ...',
		'',
		'当前位置: 首页 > 经济 > 正文',
		'',
		'县域产业如何迈向中高端',
		'——关于东山县特色产业的调查',
		'',
		'2024年06月18日 08:15 来源: 东山日报 作者: 李大为 阅读 1024',
		'',
		'本报记者 李大为',
		'',
		'县经济开发区一角。 王小川 摄',
		'',
		`　　${prose[0]!}`,
		'',
		'　　问题在哪里',
		'',
		`　　${prose[1]!}`,
		'',
		'IMG_2024.jpeg',
		'',
		`　　${prose[2]!}`,
		'',
		'(作者单位:东山县委政策研究室)',
		'【责任编辑:赵一】',
		'相关阅读',
		'东山县出台十条措施支持特色产业',
		'一图读懂:县域经济怎么干',
		'网友评论',
		'说得很好,希望早日落实到企业!',
		'发表评论 请登录',
		'版权所有:东山新闻网 未经许可不得转载',
		'地址:东山市人民路1号 电话:0000-1234567',
	];

	test('paragraphs and headings, nothing else, marks widened', () => {
		expect(bodyOf(page)).toEqual([prose[0], '问题在哪里', prose[1], prose[2]]);
		expect(read(page).paragraphs.map(paragraph => paragraph.kind)).toEqual([
			'paragraph',
			'heading',
			'paragraph',
			'paragraph',
		]);
	});

	test('what the page says of the article', () => {
		expect(read(page)).toMatchObject({
			title: '县域产业如何迈向中高端',
			traditional: false,
			provenance: {
				author: '李大为',
				containerTitle: '东山日报',
				heldDate: '2024-06-18',
				heldFrom: '东山新闻网',
				authorNote: '作者单位：东山县委政策研究室',
			},
		});
	});

	test('every line is either a paragraph or given back with a reason', () => {
		const { paragraphs, dropped } = read(page);
		const filled = page
			.map((line, i) => [line.trim(), i + 1] as const)
			.filter(([line]) => line !== '')
			.map(([, number]) => number);
		expect([...paragraphs.map(one => one.line), ...dropped.map(one => one.line)].sort((a, b) => a - b)).toEqual(filled);
		expect(dropped.find(one => one.text.startsWith('IMG'))?.reason).toBe('caption');
		expect(dropped.find(one => one.text.startsWith('市委'))?.reason).toBe('teaser');
	});
});

describe('an official notice', () => {
	const page = [
		'索引号:000014349/2024-00012',
		'主题分类:科技、教育',
		'发文机关:东山市人民政府办公室',
		'',
		'东山市人民政府办公室关于加快培育科技型企业的通知',
		'',
		'东政办发〔2024〕12号',
		'',
		'各县（区）人民政府，市政府各部门：',
		'　　为深入实施创新驱动发展战略，加快培育科技型企业，经市政府同意，现就有关事项通知如下。',
		'　　一、总体要求',
		'　　坚持企业创新主体地位，完善梯度培育机制，到2027年，全市高新技术企业数量达到500家以上。',
		'　　二、重点任务',
		'　　（一）健全培育体系。建立科技型企业培育库，实行动态管理。',
		'　　（二）强化要素支持。统筹用好各类资金，支持企业牵头承担科技项目。',
		'　　三、组织实施',
		'　　各地、各部门要加强协作配合，及时解决工作中的困难和问题。',
		'',
		'东山市人民政府办公室',
		'2024年3月5日',
		'',
		'（此件公开发布）',
		'',
		'字号: 大 中 小',
		'打印本页 关闭窗口',
		'扫一扫在手机打开当前页',
		'主办单位:东山市人民政府办公室',
		'网站标识码:0000000001 京ICP备00000000号',
	];

	test('copied from a library of laws: its own name is no author, the title stands three times', () => {
		const dump = read([
			'您的位置: 首页 » 资料网 » 法规 »',
			'',
			'东山省渔业条例',
			'',
			'作者:资料网 时间:2024-07-09 07:10:24   浏览:9787   来源:资料网',
			'下载地址: 点击此处下载',
			'',
			'东山省渔业条例',
			'东山省人大常委会',
			'东山省渔业条例',
			'(2005年11月25日东山省第十届人民代表大会常务委员会第十八次会议通过)',
			'                    第一章   总  则',
			...prose,
		]);
		expect(dump.title).toBe('东山省渔业条例');
		expect(dump.paragraphs[1]?.text).toBe('第一章   总  则');
	});

	test('from the number to the signature and its day', () => {
		expect(read(page).title).toBe('东山市人民政府办公室关于加快培育科技型企业的通知');
		const body = bodyOf(page);
		expect(body.slice(0, 2)).toEqual(['东政办发〔2024〕12号', '各县（区）人民政府，市政府各部门：']);
		expect(body).toContain('一、总体要求');
		expect(body.slice(-3)).toEqual([
			'各地、各部门要加强协作配合，及时解决工作中的困难和问题。',
			'东山市人民政府办公室',
			'2024年3月5日',
		]);
		expect(body).toHaveLength(12);
	});
});

describe('other shapes', () => {
	test('text alone: blocks are paragraphs, a first line alone is the title', () => {
		expect(bodyOf(prose)).toEqual(prose);
		expect(read(['县域产业如何迈向中高端', '', ...prose.flatMap(line => [line, ''])])).toMatchObject({
			title: '县域产业如何迈向中高端',
			paragraphs: prose.map(text => ({ text })),
		});
		expect(bodyOf(['加快发展新质生产力。'])).toEqual(['加快发展新质生产力。']);
	});

	test('lines wrapped at one width are joined', () => {
		const text = prose[0]! + prose[1]!;
		const wrapped = text.match(/.{1,32}/gsu)!;
		expect(wrapped.length).toBeGreaterThan(3);
		expect(bodyOf([...wrapped, '', prose[2]!])).toEqual([text, prose[2]]);
	});

	test('teasers below with sentences and dates of their own are no part of it', () => {
		expect(
			bodyOf([
				'题目就是这一句',
				'',
				...prose,
				'',
				'声明：本站转载此文旨在传递信息，不代表本站立场。',
				'猜你喜欢',
				'...推动科技创新和产业创新深度融合，会议强调，要以新技术培育新产业、引领产业升级，加快建设现代化产业体系，为高质量发展注入新动能',
				'2024-01-02 10:00:00',
				'省里召开推进会议，部署下一阶段重点工作，要求各地各部门抓紧落实，确保全年目标任务顺利完成，力争走在前',
				'2024-01-03 11:00:00',
			]),
		).toEqual(prose);
	});

	test('a page in traditional script is simplified; a link farm below it reaches nothing', () => {
		const dump = read([
			'首頁 >> 新聞',
			'',
			'發展新質生產力的三個著力點',
			'',
			'來源:某某協會',
			'',
			'發展新質生產力,要著眼長遠,統籌謀劃,推動產業智能化、綠色化、融合化。',
			'各地區各部門要結合實際,因地制宜,有選擇地推動新產業發展,避免一哄而上。',
			'',
			'某某協會版權所有',
			'友情模板: 国产精品一区二区三区| 久久无码人妻| 亚洲福利视频一区 |',
		]);
		expect(dump.traditional).toBe(true);
		expect(dump.title).toBe('发展新质生产力的三个着力点');
		expect(dump.paragraphs.map(paragraph => paragraph.text)).toEqual([
			'发展新质生产力，要着眼长远，统筹谋划，推动产业智能化、绿色化、融合化。',
			'各地区各部门要结合实际，因地制宜，有选择地推动新产业发展，避免一哄而上。',
		]);
		expect(dump.dropped.at(-1)?.reason).toBe('spam');
		expect(dump.provenance).toMatchObject({ containerTitle: '某某协会', heldFrom: '某某协会' });
	});

	test('verbatim keeps script and marks', () => {
		const line = '發展新質生產力,要著眼長遠,統籌謀劃,推動產業智能化、綠色化、融合化。';
		expect(readDump(line, { verbatim: true }).paragraphs[0]!.text).toBe(line);
	});

	test('a quotation set apart and the line that attributes it', () => {
		expect(
			read([
				'学习体会',
				'',
				'要坚持从实际出发，先立后破、因地制宜、分类指导。',
				'',
				'——某年某月，在某地考察时强调',
				'',
				...prose,
			]).paragraphs.map(paragraph => paragraph.kind),
		).toEqual(['block', 'block', 'paragraph', 'paragraph', 'paragraph']);
	});

	test('an article that speaks of pages keeps its sentences', () => {
		const about = [
			'网站在页脚写明“版权所有”，并不等于取得了全部文章的著作权，转载仍须征得作者同意，这一点在近年的判决中越来越清楚，也为平台治理提供了依据，各地法院的裁判尺度正在趋于统一，对规范网络转载秩序具有积极意义，值得认真研究和总结。',
			...prose,
		];
		expect(bodyOf(['网络转载的边界', '', ...about])).toEqual(about);
	});

	test('nothing but a frame has no paragraphs, nothing at all neither', () => {
		expect(bodyOf(['首页 | 登录 | 注册', '版权所有:某网站 京ICP备1号', '2024-01-01 10:00:00'])).toEqual([]);
		for (const text of ['', '\n \n\u3000\n', '\uFEFF'])
			expect(readDump(text)).toMatchObject({ paragraphs: [], dropped: [], title: undefined });
	});
});

test('whatever the text: nothing throws, every filled line is accounted for, wide marks keep the length', () => {
	const lines = fc.array(
		fc.oneof(
			fc.string({ maxLength: 20 }),
			fc.constantFrom(
				...prose,
				'',
				'首页 > 正文',
				'来源:某报',
				'2024-1-2',
				'【标题】',
				'……',
				'a.jpg',
				'版权所有',
				'题目',
			),
		),
		{ maxLength: 25 },
	);
	fc.assert(
		fc.property(lines, fc.boolean(), (all, verbatim) => {
			const text = all.join('\n');
			const { paragraphs, dropped } = readDump(text, { verbatim });
			const seen = [...paragraphs, ...dropped].map(one => one.line);
			expect(new Set(seen).size).toBe(seen.length);
			expect([...paragraphs, ...dropped].filter(one => one.text.trim() === '')).toEqual([]);
		}),
		{ numRuns: 50 },
	);
});

test('the day below the one who signs an order stays, in the middle of the text too', () => {
	const long = '为了规范国务院行政机构的设置，加强编制管理，提高行政效率，根据宪法，制定本条例，请遵照执行。';
	const lines = [
		'现发布本条例，自发布之日起施行，各级各部门要认真贯彻执行。',
		'总理 李大为',
		'1997年8月3日',
		long,
		long,
	];
	expect(readDump(['某条例的题目在此', ...lines].join('\n')).paragraphs.map(one => one.text)).toEqual(lines);
});
