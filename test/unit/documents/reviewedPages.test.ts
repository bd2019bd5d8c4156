// Pages as a reviewer found them misread: each kind of page in a few forms, with other texts.
import { expect, test } from 'vitest';
import { defaultLimits, type ImportedDocument } from '../../../src/core/documents/document';
import { readHtml } from '../../../src/core/documents/html/html';
import { readMarkdown } from '../../../src/core/documents/plain/markdown';
import { readText } from '../../../src/core/documents/plain/text';

const page = async (head: string, body: string): Promise<ImportedDocument> => {
	const html = `<!doctype html><html><head><meta charset=utf-8>${head}</head><body>${body}</body></html>`;
	const { documents } = await readHtml(new TextEncoder().encode(html), 'a.html', defaultLimits);
	const [document] = documents;
	if (!document) throw new Error('nothing read');
	return document;
};
const prose =
	'<p>为深入实施创新驱动发展战略，加快培育科技型企业，经市政府同意，现就有关事项通知如下，请认真贯彻执行。</p><p>各部门要加强协作，把各项措施落到实处，年底前将进展报送市政府办公室。</p>';
const signed = '<p>东山市人民政府办公室</p><p>2024年3月5日</p>';
const paper = '东山市人民政府办公室关于加快培育科技型企业的通知';
const number = '<p>东政办发〔2024〕12号</p>';

test.each([
	'政府信息公开专栏',
	'政策文件-东山市人民政府',
	'文章详情',
	'内容页',
	'政府信息公开_东山市人民政府',
	'建议提案办理',
])('a title of a window that only says %s gives way to the head of the text', async title => {
	const heads = [
		`<p align=center>东山市人民政府办公室</p><p align=center>关于加快培育科技型企业的通知</p>${number}`,
		`<div class=tit>${paper}</div>${number}`,
		`<h3>${paper}</h3>${number}`,
		`<table><tr><td>标　　题：</td><td>${paper}</td></tr><tr><td>发文机关：</td><td>东山市人民政府办公室</td><td>文　号：</td><td>东政办发〔2024〕12号</td></tr><tr><td>主 题 词：</td><td></td><td></td><td></td></tr></table>`,
	];
	for (const head of heads) {
		const { source } = await page(`<title>${title}</title>`, `${head}<p>各县（区）人民政府：</p>${prose}${signed}`);
		expect(source).toMatchObject({ type: 'legislation', title: paper, number: '东政办发〔2024〕12号' });
	}
});

test('a title that the page shows stays, whatever paper its text has below', async () => {
	const { source } = await page(
		'<title>东山市推进科技创新工作</title>',
		`<h1>东山市推进科技创新工作</h1>${prose}<p>${paper}</p>${prose}`,
	);
	expect(source.title).toBe('东山市推进科技创新工作');
});

test('a title that is cut in the head of the page is the whole one of the text', async () => {
	const { source } = await page(
		'<title>东山市人民政府关于推动海岛高质量发展</title>',
		`<p>东山市人民政府关于推动海岛高质量发展<br>加快建设美丽家园的意见</p><p>东政发〔2024〕2号</p><p>各县（区）人民政府：</p>${prose}`,
	);
	expect(source.title).toBe('东山市人民政府关于推动海岛高质量发展加快建设美丽家园的意见');
});

test('rules in title marks with the number of the order behind them', async () => {
	const { source } = await page(
		'<title>《东山海岛管理办法》　2024年第16号令</title>',
		`<h1>《东山海岛管理办法》　2024年第16号令</h1><p>东山市人民政府令</p><p>第16号</p><p>《东山海岛管理办法》已经市政府常务会议通过，现予公布，自2024年5月1日起施行。</p><p>第一条 为加强海岛管理，制定本办法。</p>`,
	);
	expect(source).toMatchObject({ title: '东山海岛管理办法', number: '东山市人民政府令第16号' });
});

test('whose a paper of two offices is, and its day below the title, whoever keeps the page', async () => {
	const title = '中共东山市委办公室 东山市人民政府办公室关于健全信用体系的意见';
	for (const [note, editor] of [
		['<p>（2025年3月20日）</p>', '张伟'],
		['<p align=center>（2025年3月20日）</p>', '王芳'],
	]) {
		const { source, paragraphs } = await page(
			`<title>${title}_东山市人民政府</title><meta name=author content=${editor ?? ''}>`,
			`<h1>${title}</h1><div>2025-03-31 19:50 来源： 东山发布</div><div class=content>${note ?? ''}${prose}</div><div>责任编辑：${editor ?? ''}</div>`,
		);
		expect(source).toMatchObject({
			title,
			author: [{ literal: '中共东山市委办公室' }, { literal: '东山市人民政府办公室' }],
			issued: '2025-03-20',
		});
		expect(paragraphs[0]).toBe('（2025年3月20日）');
	}
});

test('the editor of a page is no author of its article', async () => {
	const { source } = await page(
		'<title>东山市优化公共服务</title><meta name=author content=张伟>',
		`<h1>东山市优化公共服务</h1>${prose}<div>责任编辑：<span>张伟</span></div>`,
	);
	expect(source.author).toBeUndefined();
});

test.each([
	['国务院部署海岛保护_东山日报', '王浩'],
	['海岛保护有新进展_东山市人民政府', undefined],
])('the author in the head of the page %s is %s', async (title, author) => {
	const { source } = await page(
		`<title>${title}</title><meta name=author content=王浩>`,
		`<h1>${title.replace(/_.*/, '')}</h1>${prose}`,
	);
	expect(source.author).toEqual(author === undefined ? undefined : [{ literal: author }]);
});

test('a paper of which an agency gives the chief contents', async () => {
	const { source } = await page(
		'<title>中共中央办公厅 国务院办公厅印发《关于健全信用体系的意见》-某网</title>',
		`<h1>中共中央办公厅 国务院办公厅印发《关于健全信用体系的意见》</h1><div>2025-04-06 17:20 来源：某网</div><div class=content><p>某社北京4月6日电 近日，中共中央办公厅、国务院办公厅印发了《关于健全信用体系的意见》，并发出通知，要求各地区各部门认真贯彻落实。</p><p>《关于健全信用体系的意见》主要内容如下。</p>${prose}</div>`,
	);
	expect(source.author).toEqual([{ literal: '中共中央办公厅' }, { literal: '国务院办公厅' }]);
});

test.each([
	['作者：王　浩　《东山日报》（2024年11月04日 06版）', { author: '王浩', 'container-title': '东山日报', page: '6' }],
	['来源：东山大学学报作者：作者：王浩', { author: '王浩', 'container-title': '东山大学学报' }],
	['来源：学习时报 作者：王浩', { author: '王浩', 'container-title': '学习时报' }],
	['王浩 来源：学习时报 2024年03月04日09:21', { author: '王浩', 'container-title': '学习时报' }],
	['时间：2024-03-04来源：学习时报浏览数：12次', { 'container-title': '学习时报' }],
	['发稿时间：2024-03-04 00:00:00', { held: '2024-03-04' }],
	['更新时间：2024-03-04 13:24', { held: '2024-03-04' }],
	['选择字号：大 中 小 本文共阅读 14466 次 更新时间：2024-03-04 13:24', { held: '2024-03-04' }],
	[
		'<span>2025-03-18 09:12</span><span>东山日报</span><span>记者 李思远 通讯员 周敏</span>',
		{ author: '李思远、周敏', 'container-title': '东山日报', held: '2025-03-18' },
	],
	['文/王浩 原载《学习时报》2024年3月4日', { 'container-title': '学习时报' }],
] as const)('what the line %s says of an article', async (line, expected) => {
	const { source } = await page(
		'<title>因地制宜发展新产业</title>',
		`<h1>因地制宜发展新产业</h1><div>${line}</div><div class=content>${prose}</div>`,
	);
	const names = source.author?.map(name => ('literal' in name ? name.literal : '')).join('、');
	const found = { ...source, author: names, held: source.held?.date };
	expect(found).toMatchObject(expected);
	if (names !== undefined) expect(names).toMatch(/^(?:王浩|李思远、周敏)$/);
});

test.each(['省　长　王小明', '市长：王小明', '主　任　王小明', '省长　王　明', '州　长　　王　小　明'])(
	'an order signed by %s has the day below the name',
	async name => {
		const { source } = await page(
			'<title>东山省数据管理办法</title>',
			`<h1>东山省数据管理办法</h1><div>2024-01-12　来源：省府办公厅</div><p>东山省人民政府令</p><p>第310号</p><p>《东山省数据管理办法》已经2023年12月20日省人民政府常务会议通过，现予公布，自2024年3月1日起施行。</p><p>${name}</p><p>2024年1月8日</p><p>东山省数据管理办法</p><p>第一条　为了规范数据管理，制定本办法。</p>`,
		);
		expect(source).toMatchObject({ number: '东山省人民政府令第310号', issued: '2024-01-08' });
	},
);

test.each(['1983年4月13日 国发[1983]62号', '国发[1983]62号  1983年4月13日', '（国发〔1983〕62号，1983年4月13日）'])(
	'the day and the number on one line: %s',
	async line => {
		const { source, paragraphs } = await page(
			'<title>国务院关于保护海岛的通知</title>',
			`<h1>国务院关于保护海岛的通知</h1><div class=content><p>${line}</p>${prose}</div>`,
		);
		expect(source).toMatchObject({ author: [{ literal: '国务院' }], issued: '1983-04-13' });
		expect(source.number).toMatch(/^国发.1983.62号$/);
		expect(paragraphs[0]?.replace(/\s+/g, ' ')).toBe(line.replace(/\s+/g, ' '));
	},
);

test('a decision with its number behind its title', async () => {
	const organ = '中国证券监督管理委员会东山监管局';
	const { source } = await page(
		'<title>行政处罚决定书</title>',
		`<h1>${organ}行政处罚决定书（某某股份）〔2024〕5号</h1><div>日期：2024-04-30 来源：东山证监局</div>${prose}<p>${organ}</p><p>2024年4月28日</p>`,
	);
	expect(source).toMatchObject({
		title: `${organ}行政处罚决定书（某某股份）`,
		number: '〔2024〕5号',
		author: [{ literal: organ }],
		issued: '2024-04-28',
	});
});

test.each(['张某某等代表：', '王小明、李强等5位代表：', '王小明委员：'])('the salutation %s is text', async words => {
	const { paragraphs } = await page(
		'<title>建议提案办理</title>',
		`<div><span>文号：东发改函〔2024〕88号</span></div><h3>东山省发展和改革委员会关于对第0123号建议的答复</h3><p>${words}</p>${prose}<p>东山省发展和改革委员会</p><p>2024年6月25日</p>`,
	);
	expect(paragraphs[0]).toBe(words);
});

test.each(['author:\n  - "[[王浩]]"', 'author: "[[王浩]]"', 'author: 王浩', "author:\n  - '[[people/王浩|王浩]]'"])(
	'the front matter of a clipper: %s',
	async author => {
		const text = `---\ntitle: "海岛的三个难题"\nsource: "https://example.org/p/1"\n${author}\npublished: 2024-02-03\ncreated: 2026-05-01\ntags:\n  - clippings\n---\n\n海岛保护是发展的起点，但保护本身成本很高，需要在实践中逐步探索。\n`;
		const { documents } = await readMarkdown(new TextEncoder().encode(text), 'a.md', defaultLimits);
		expect(documents[0]?.source).toMatchObject({
			author: [{ literal: '王浩' }],
			issued: '2024-02-03',
			URL: 'https://example.org/p/1',
		});
	},
);

test('a text with its name, its day and its source below the title', async () => {
	const text =
		'海岛评论：以保护促发展\n\n王小明\n\n2022年09月16日08:03 | 来源：学习时报\n\n海岛保护活动近日举行，各地组织了一系列活动，全面回顾近年来保护工作的成果。\n';
	const { documents } = await readText(new TextEncoder().encode(text), 'a.txt', defaultLimits);
	expect(documents[0]?.source).toMatchObject({ author: [{ literal: '王小明' }], 'container-title': '学习时报' });
	expect(documents[0]?.paragraphs).toHaveLength(1);
});
