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

test.each(['昨天', '分享', '图集', '关注', '搜索', '中文', '子版块', '网易'])(
	'作者：%s names no author',
	async name => {
		const body = `<h1>县域产业如何迈向中高端</h1><p>作者：${name}　2024-03-05</p>${`<p>${prose}</p>`.repeat(4)}`;
		const { source } = await first(page(`<div class="content">${body}</div>`));
		expect(source.author).toBeUndefined();
	},
);

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
		'（记者 李大为）',
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
