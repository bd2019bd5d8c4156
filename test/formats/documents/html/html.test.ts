// Saved web pages: the article whole and in order, nothing of the page around it, what the page proves, and hostile pages within bounds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type ImportedDocument, type Limits } from '../../../../src/core/documents/document';
import { readHtml } from '../../../../src/core/documents/html/html';
import { effort } from '../../../support/effort';

const read = (html: string | Uint8Array, limits: Partial<Limits> = {}) =>
	readHtml(typeof html === 'string' ? new TextEncoder().encode(html) : html, 'a.html', { ...defaultLimits, ...limits });
const first = async (html: string | Uint8Array): Promise<ImportedDocument> => {
	const { documents, problems } = await read(html);
	expect(problems).toEqual([]);
	return documents[0]!;
};
const fixture = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', name)));
const prose =
	'县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点。近年来，全县坚持把产业发展摆在突出位置，着力补链延链强链。';
const page = (body: string) =>
	`<!doctype html><html><head><meta charset=utf-8><title>县域产业如何迈向中高端</title></head><body>${body}</body></html>`;

test.each([1, 3])('a table longer than its %i paragraphs stays, with what stands behind it', async count => {
	const rows = Array.from({ length: 24 }, (_, i) => `<tr><td>第${i + 1}个县</td><td>${100 + i}</td></tr>`).join('');
	const body = `<h1>县域产业如何迈向中高端</h1>${`<p>${prose}</p>`.repeat(count)}<p>表1 各县产值</p>
		<table><tr><th>县</th><th>产值（亿元）</th></tr>${rows}</table><p>注：数据来自各县统计公报，口径与上年一致。</p>`;
	const { paragraphs } = await first(page(`<div class="box">${body}</div>`));
	expect(paragraphs.filter(text => text.includes(' | '))).toHaveLength(25);
	expect(paragraphs).toContain('表1 各县产值');
	expect(paragraphs.at(-1)).toBe('注：数据来自各县统计公报，口径与上年一致。');
});

test('prose that does not stand beside the first sentence below the title is not left out for it', async () => {
	const short = Array.from({ length: 60 }, (_, i) => `<p>某某城市第${i}个栏目</p>`).join('');
	const text = ['甲', '乙', '丙'].map(name => name + prose);
	const hint = '<div><div><p>请在手机上看这个页面。</p><p>手机</p></div></div>';
	const body = `${hint}<div class=a>${text.map(one => `<p>${one}</p>`).join('')}</div>${short}<p>${text[2]}</p>`;
	const { paragraphs } = await first(page(`<h1>县域产业如何迈向中高端</h1>${body}`));
	expect(paragraphs).toEqual(expect.arrayContaining(text));
});

test('a heading that holds the one word the window is called is the title', async () => {
	const { source } = await first(
		`<title>公告</title><h1>江城市公安局关于封闭人民路的公告</h1><div><p>因施工需要，封闭人民路。</p><p>江城市公安局</p></div>`,
	);
	expect(source.title).toBe('江城市公安局关于封闭人民路的公告');
});

describe('what stands at the end of a page is dropped only where it proves to be the page’s', () => {
	const table = '<table><tr><th>区县</th><th>增速（%）</th></tr><tr><td>甲区</td><td>5.1</td></tr></table>';
	const rows = ['区县 | 增速（%）', '甲区 | 5.1'];
	const foot = '<div class=footer>版权所有：江城市人民政府</div>';
	const nav = '<div class=nav><a href=/>首页</a> <a href=/a>政务公开</a></div>';
	const lead = '分区县情况见下表，数据由各区县人社部门汇总上报，市人社局审核。';

	test.each([
		['one paragraph and a table', `<div class=content><p>${lead}</p>${table}</div>`, [lead, ...rows]],
		[
			'a table alone, and a note',
			`<div class=content>${table}<p>注：本表为快报数。</p></div>`,
			[...rows, '注：本表为快报数。'],
		],
		[
			'lists behind a table',
			`<div class=content><p>${lead}</p>${table}<ul><li>第一项<ul><li>子项</li></ul></li></ul><ol><li>步骤一</li></ol></div>`,
			[lead, ...rows, '第一项', '子项', '1. 步骤一'],
		],
		[
			'no element around the text',
			`<p>${prose}</p><p>附件</p><p>情况表</p>${table}`,
			[prose, '附件', '情况表', ...rows],
		],
		[
			'a short announcement with its signature',
			'<div class=c><p>因施工需要，封闭人民路。</p><p>特此公告。</p><p>江城市公安局</p><p>2024年5月28日</p></div>',
			['因施工需要，封闭人民路。', '特此公告。', '江城市公安局', '2024年5月28日'],
		],
		[
			'annexes behind a form',
			`<div class=con><p>各区县教育局（教体局）：</p><p>现将有关事项通知如下。</p><p>附件：1.名师推荐表</p><p align=right>江城市教育局</p><p align=right>2024年5月20日</p><p>附件1</p><p>名师推荐表</p><table><tr><td>姓名</td><td></td></tr><tr><td>邮编</td><td></td></tr></table><p>地址：　邮编：</p><p>附件2</p><p>从教十五年以上。</p></div>`,
			[
				'各区县教育局（教体局）：',
				'现将有关事项通知如下。',
				'附件：1.名师推荐表',
				'江城市教育局',
				'2024年5月20日',
				'附件1',
				'名师推荐表',
				'姓名',
				'邮编',
				'地址：　邮编：',
				'附件2',
				'从教十五年以上。',
			],
		],
		[
			'a ruling with its verdict and its bench',
			`<div class=box><div>江城市中级人民法院</div><div>上诉人甲公司因与被上诉人乙公司合同纠纷一案，不服一审判决，向本院提起上诉。</div><div>判决如下：</div><div>驳回上诉，维持原判。</div><div>审判长　张伟</div><div>二〇二三年七月十二日</div><div>书记员　陈静</div></div>`,
			[
				'江城市中级人民法院',
				'上诉人甲公司因与被上诉人乙公司合同纠纷一案，不服一审判决，向本院提起上诉。',
				'判决如下：',
				'驳回上诉，维持原判。',
				'审判长　张伟',
				'二〇二三年七月十二日',
				'书记员　陈静',
			],
		],
	])('%s', async (_, body, expected) => {
		const { paragraphs } = await first(page(`${nav}<h1>县域产业如何迈向中高端</h1>${body}${foot}`));
		expect(paragraphs).toEqual(expected);
	});

	test.each([
		`<div class=related><p>相关阅读</p><p>另一篇文章的题目</p></div>`,
		`<table><tr><td><a href=/1>另一篇</a></td><td><a href=/2>再一篇</a></td></tr></table>`,
		`<div class=sidebar><p>江城市天气</p><p>2024年6月1日</p></div>`,
		`<p>责任编辑：王小明</p><p>江城日报社</p>`,
	])('%s is left out', async others => {
		const { paragraphs } = await first(
			page(`${nav}<h1>县域产业如何迈向中高端</h1><p>${prose}</p><p>${prose}</p>${others}${foot}`),
		);
		expect(paragraphs).toEqual([prose, prose]);
	});
});

test.each(['昨天', '分享', '图集', '关注', '搜索', '中文', '子版块', '网易'])(
	'作者：%s names no author',
	async name => {
		const body = `<h1>县域产业如何迈向中高端</h1><p>作者：${name}　2024-03-05</p>${`<p>${prose}</p>`.repeat(4)}`;
		const { source } = await first(page(`<div class="content">${body}</div>`));
		expect(source.author).toBeUndefined();
	},
);

test('a note on the text stays at its end, one on its author leaves it', async () => {
	const read = (note: string) =>
		first(page(`<h1>县域产业如何迈向中高端</h1><div id="zoom"><p>${prose}</p><p>${prose}</p><p>${note}</p></div>`));
	expect((await read('（本文有删减）')).paragraphs.at(-1)).toBe('（本文有删减）');
	expect((await read('（作者系江城大学教授）')).paragraphs).toEqual([prose, prose]);
});

test('the line that says whose paper it is has the title of its head', async () => {
	const title = '关于印发《管护方案》的通知';
	const body = `<p>各县（区）人民政府：</p><p>${prose}</p><p>江城市民政局</p><p>2024年5月20日</p>`;
	const { source } = await first(
		page(`<meta name="ArticleTitle" content="${title}"><div>江城市民政局${title}</div><div id="zoom">${body}</div>`),
	);
	expect(source).toMatchObject({ title: `江城市民政局${title}`, author: [{ literal: '江城市民政局' }] });
});

test('a page of a government site', async () => {
	const { source, paragraphs, dropped } = await first(fixture('government.html'));
	expect(paragraphs).toEqual([
		'近日，东山市召开科技创新工作会议，提出把科技型企业作为发展新质生产力的主力军，完善梯度培育机制。',
		'会议强调，要做到“三个一批”：引进一批、培育一批、壮大一批。',
		'到2027年，全市高新技术企业达到500家以上，研发投入年均增长10%以上。',
		'指标 | 2024年 | 2027年',
		'高新技术企业（家） | 320 | 500',
		'研发投入强度（%） | 2.1 | 2.6',
		'一、强化要素支持',
		'统筹用好各类资金，支持企业牵头承担科技项目，打通成果转化的堵点。',
	]);
	expect(source).toEqual({
		type: 'article-newspaper',
		title: '东山市加快培育科技型企业',
		author: [{ literal: '李大为' }],
		'container-title': '东山日报',
		URL: 'https://www.dongshan.example.cn/art/2024/3/5/art_1.html',
		held: { from: '东山市人民政府', date: '2024-03-05' },
		missing: ['issued', 'page'],
	});
	const left = dropped.map(one => one.text).join('\n');
	for (const text of [
		'首页',
		'要闻动态',
		'责任编辑：赵一',
		'一图读懂：科技型企业怎么培育',
		'国产精品一区二区三区',
		'网站标识码',
	])
		expect(left).toContain(text);
	expect(`${left}${paragraphs.join('')}`).not.toMatch(/脚本写的话|track|color:red/);
	expect(dropped.find(one => one.text.includes('久久'))).toMatchObject({ why: 'hidden', after: 8 });
	expect(dropped.find(one => one.text === '（记者 李大为）')).toMatchObject({ why: 'note' });
});

test('a page no container is known of', async () => {
	const { source, paragraphs } = await first(fixture('unknown.html'));
	expect(paragraphs.map(text => text.slice(0, 6))).toEqual([
		'县域经济是国',
		'从调研情况看',
		'问题在哪里',
		'下一步，要坚',
	]);
	expect(source).toMatchObject({
		type: 'article-newspaper',
		title: '县域产业如何迈向中高端',
		author: [{ literal: '王小川' }],
		'container-title': '经济参考报',
		held: { from: '东山论坛', date: '2024-06-18' },
		missing: ['issued', 'page', 'URL'],
	});
});

test('the page is the source itself', async () => {
	const { source } = await first(
		page(
			`<meta name="SiteName" content="东山网"><meta name="PubDate" content="2024年3月5日"><h1>县域产业如何迈向中高端</h1><div class="TRS_Editor"><p>${prose}</p><p>${prose}</p></div>`,
		),
	);
	expect(source).toMatchObject({
		type: 'webpage',
		'container-title': '东山网',
		issued: '2024-03-05',
		held: { from: '东山网', date: '2024-03-05' },
		missing: ['URL'],
	});
});

test('a line that names the author goes before what the head of the page says, a name that only stands there does not', async () => {
	const written = (line: string) =>
		first(
			page(
				`<meta name="author" content="东山网编辑部"><h1>县域产业如何迈向中高端</h1><p>${line}</p><div class="TRS_Editor"><p>${prose}</p><p>${prose}</p></div>`,
			),
		);
	expect((await written('2024-03-05 来源：东山日报 作者：李大为 字号：大 中 小')).source.author).toEqual([
		{ literal: '李大为' },
	]);
	expect((await written('李大为')).source.author).toEqual([{ literal: '东山网编辑部' }]);
});

test('a page of a messenger account, shown only by its script', async () => {
	const { paragraphs } = await first(
		page(
			`<div class="rich_media_content" id="js_content" style="visibility: hidden;"><section><section><p>${prose}</p></section></section><section><p><span>${prose.slice(0, 20)}</span><span>${prose.slice(20)}</span></p></section></div>`,
		),
	);
	expect(paragraphs).toEqual([prose, prose]);
});

test('lists, quotations, characters by number, spaces of the source', async () => {
	const { paragraphs } = await first(
		page(
			`<div id="zoom"><p>${prose}</p><ul><li>一是&#x7B51;牢根基；<li>二是&#24378;化创新。</ul><blockquote>要先立后破。</blockquote><p>第一行\n第二行，&nbsp;A\nB。&unknown;</p></div>`,
		),
	);
	expect(paragraphs).toEqual([
		prose,
		'一是筑牢根基；',
		'二是强化创新。',
		'要先立后破。',
		'第一行第二行， A B。&unknown;',
	]);
});

describe('hostile pages', () => {
	const article = `<div id="zoom"><p>${prose}</p><p>${prose}</p></div>`;
	/** What a page costs, at best of two. */
	const cost = async (html: string) => Math.min(await effort(() => read(html)), await effort(() => read(html)));

	test('elements nested 200,000 deep', async () => {
		expect(
			(await first(page(`${'<div>'.repeat(200_000)}${article}${'</div>'.repeat(200_000)}`))).paragraphs.join(''),
		).toContain(prose);
	});

	test('more elements than the limit are refused before anything is built', async () => {
		expect((await read(page('<b>'.repeat(2_000_000)))).problems).toMatchObject([
			{ code: 'import.large', data: { what: 'nodes' } },
		]);
		expect((await read(page(`<p>${prose}</p>`.repeat(50)), { nodes: 40 })).problems).toMatchObject([
			{ code: 'import.large', data: { what: 'nodes', limit: 40 } },
		]);
		expect((await read('x'.repeat(2000), { bytes: 1000 })).problems).toMatchObject([
			{ code: 'import.large', data: { what: 'bytes' } },
		]);
	});

	test('a title that nothing closes, an element with the name of a thing in JavaScript', async () => {
		expect((await first(`<title>题目<body>${article}`)).paragraphs).toContain(prose);
		expect((await first(page(`<constructor><tostring>${article}</tostring>`))).paragraphs).toContain(prose);
	});

	test('character references by name, by number, in Windows’ own numbers, in addresses', async () => {
		const body = `<div id="zoom"><p>${prose}</p><p>&emsp;&emsp;2023&mdash;2025 年增长&ge;5&permil;，&#8220;三个一批&#x201d;&#150;&Omega;&ntilde;&lol;。</p></div>`;
		expect((await first(page(body))).paragraphs.at(-1)).toBe('2023—2025 年增长≥5‰，“三个一批”–Ωñ&lol;。');
		const url = 'https://www.example.cn/a?id=1&copy=2';
		expect((await first(page(`<meta property="og:url" content="${url}">${body}`))).source.URL).toBe(url);
	});

	test('entities a page defines are never expanded', async () => {
		const lol = `<!DOCTYPE html [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]><html><body>${article.replace('</div>', '<p>这里有一个实体 &lol2;，不应展开。</p></div>')}</body></html>`;
		expect((await first(lol)).paragraphs.at(-1)).toBe('这里有一个实体 &lol2;，不应展开。');
	});

	test('nothing of scripts, handlers, frames; NUL bytes; tags that never end', async () => {
		const { paragraphs } = await first(
			page(
				`<div id="zoom"><p onclick="x()">${prose}\0</p><img src=x onerror="alert(1)"><svg><script>a</script></svg><iframe src="javascript:1">里面</iframe><p>${prose}<a href="javascript:alert(1)">链接</a></p><p title="没有结束`,
			),
		);
		expect(paragraphs).toEqual([prose, `${prose}链接`]);
		expect((await read('<script>'.repeat(1000))).problems).toMatchObject([{ code: 'import.empty' }]);
		expect((await read(`<!-- ${article}`)).problems).toMatchObject([{ code: 'import.empty' }]);
	});

	test('only menus', async () => {
		expect(
			(
				await read(
					page('<ul><li><a href=1>首页</a><li><a href=2>关于我们</a></ul><div>版权所有：某网站 京ICP备1号</div>'),
				)
			).problems,
		).toMatchObject([{ code: 'import.empty', data: { reason: 'frame' } }]);
	});

	test.each([
		['tags that are not closed', '<p>甲<div>乙'],
		['tags that are closed wrongly', '<b></i><td></tr>'],
		['tables in tables', '<table><tr><td>甲'],
		['lonely <', '< <'],
		['quotes that are not closed', '<a href="'],
		['long lines', '甲，'],
		['comments', '<!--'],
		['attributes', '<a b=c d'],
		['breaks', '<br> '],
		['spaces', ' \n '],
		['ampersands', '&amp'],
	])('cost grows with size only: %s', async (_, unit) => {
		const of = (size: number) => page(`${article}${unit.repeat(size / unit.length)}`);
		await cost(of(20_000));
		const small = await cost(of(40_000));
		const large = await cost(of(400_000));
		expect(large).toBeLessThan(small * 10 * 8 + 12);
	});

	test('5 MB of unclosed tags and 30 MB of one line end in a document or a problem', async () => {
		for (const html of [
			page(article + '<p>甲'.repeat(1_000_000)),
			page(`<div id="zoom"><p>${prose}${'甲'.repeat(10_000_000)}</p></div>`),
		]) {
			const { documents, problems } = await read(html);
			expect(documents.length + problems.length).toBeGreaterThan(0);
		}
	});
});
