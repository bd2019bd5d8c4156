// Pages of official papers, newspapers and accounts: their fields, what of them is text, and nothing invented.
import { describe, expect, test } from 'vitest';
import { defaultLimits, type ImportedDocument } from '../../../../src/core/documents/document';
import { readHtml } from '../../../../src/core/documents/html/html';
import { readMhtml } from '../../../../src/core/documents/html/mhtml';

const first = async (head: string, body: string): Promise<ImportedDocument> => {
	const html = `<!doctype html><html><head><meta charset=utf-8>${head}</head>${body}</html>`;
	const { documents, problems } = await readHtml(new TextEncoder().encode(html), 'a.html', defaultLimits);
	expect(problems).toEqual([]);
	return documents[0]!;
};
const prose = '为深入实施创新驱动发展战略，加快培育科技型企业，经市政府同意，现就有关事项通知如下，请认真贯彻执行。';
const paper = '东山市人民政府办公室关于加快培育科技型企业的通知';
const box =
	'<table><tr><td><b>索 引 号：</b></td><td>000014349/2024-00012</td><td><b>主题分类：</b></td><td>科技</td></tr><tr><td>发文机关：</td><td>东山市人民政府办公室</td><td>成文日期：</td><td>2024年03月05日</td></tr><tr><td>发文字号：</td><td>东政办发〔2024〕12号</td><td>发布日期：</td><td>2024年03月08日</td></tr></table>';

test('a box of cells; the title broken in two is no text, the number and the signature are', async () => {
	const { source, paragraphs } = await first(
		`<title>${paper}（东政办发〔2024〕12号）_政府信息公开</title>`,
		`<body>${box}<div id="UCAP-CONTENT"><p><b>东山市人民政府办公室关于加快培育<br>科技型企业的通知</b></p><p>东政办发〔2024〕12号</p><p>各县（区）人民政府：</p><p>${prose}</p><p>东山市人民政府办公室</p><p>2024年3月5日</p></div></body>`,
	);
	expect(source).toEqual({
		type: 'legislation',
		title: paper,
		author: [{ literal: '东山市人民政府办公室' }],
		number: '东政办发〔2024〕12号',
		issued: '2024-03-05',
		note: '索引号：000014349/2024-00012；主题分类：科技',
		held: { date: '2024-03-08' },
		missing: ['URL'],
	});
	expect(paragraphs).toEqual([
		'东政办发〔2024〕12号',
		'各县（区）人民政府：',
		prose,
		'东山市人民政府办公室',
		'2024年3月5日',
	]);
});

test('number and addressees between the title and the article are text; what heads a list of annexes is none', async () => {
	const { paragraphs } = await first(
		`<title>${paper}</title>`,
		`<body><h1>${paper}</h1><p>2024-03-08</p><p>财政部 税务总局公告2023年第12号</p><p>市教育局：</p><div class="article-content"><p>${prose}</p><p>${prose}甲</p><p>|</p><p>相关附件</p><p><a href=1.doc>附件1 目录.doc</a></p></div></body>`,
	);
	expect(paragraphs).toEqual(['财政部 税务总局公告2023年第12号', '市教育局：', prose, `${prose}甲`, '附件1 目录.doc']);
});

test('a page that waits for its script is read; what is hidden on a page that shows its text is not', async () => {
	const text = `<div class="content"><p>东政办发〔2024〕12号</p><p>${prose}</p><p>${prose}</p></div>`;
	for (const body of [
		`<body style="visibility: hidden">${text}</body>`,
		`<body><div style="display:none" id="app"><h1>${paper}</h1>${text}</div></body>`,
	])
		expect((await first(`<title>${paper}</title>`, body)).paragraphs).toEqual(['东政办发〔2024〕12号', prose, prose]);
	expect(
		(await first(`<title>${paper}</title>`, `<body>${text}<div style="display:none"><p>${prose}暗</p></div></body>`))
			.paragraphs,
	).not.toContain(`${prose}暗`);
});

test('short lines at the edges of a page no container is known of; names of annexes', async () => {
	const { source, paragraphs } = await first(
		'<title>关于推出房源的通告</title>',
		`<body><div class=nav><a href=/>首页</a></div><h1>关于推出房源的通告</h1><div class=b><p>1、资助对象</p><p>条件：</p><p>${prose}</p><p>${prose}甲</p><p>${prose}乙</p><p>附件：</p><p><a href=1.docx>附件1 房源表.xls</a></p><p>东山市住房保障办公室</p><p>2025年3月20日</p></div><div class=foot><a href=/a>网站地图</a></div></body>`,
	);
	expect(paragraphs).toEqual([
		'1、资助对象',
		'条件：',
		prose,
		`${prose}甲`,
		`${prose}乙`,
		'附件：',
		'附件1 房源表.xls',
		'东山市住房保障办公室',
		'2025年3月20日',
	]);
	expect(source).toMatchObject({
		type: 'legislation',
		author: [{ literal: '东山市住房保障办公室' }],
		issued: '2025-03-20',
	});
});

test('what stands below the last sentence in the same element is not taken for its end', async () => {
	const { paragraphs } = await first(
		'<title>县域产业取得新成效</title>',
		`<body><h1>县域产业取得新成效</h1><div class=b><p>${prose}</p><p>${prose}甲</p><p>${prose}乙</p><p>责任编辑: 刘某</p><p>小编最近文章</p><p>图片均来自网络</p></div></body>`,
	);
	expect(paragraphs).toEqual([prose, `${prose}甲`, `${prose}乙`]);
});

test('a speech: the day below its title, and its journal where one prints it', async () => {
	const speech = (line: string) =>
		first(
			'<title>在某大会上的讲话</title>',
			`<body><h1>在某大会上的讲话</h1>${line}<div class="article-content"><p>（2021年7月1日）</p><p>李大为</p><p>同志们：</p><p>${prose}</p><p>${prose}甲</p></div></body>`,
		);
	expect((await speech('<p>2021-07-02</p>')).source).toMatchObject({
		type: 'speech',
		author: [{ literal: '李大为' }],
		issued: '2021-07-01',
	});
	expect((await speech('<p>来源：《求是》2021/14 作者：李大为 2021-07-15 09:00:00</p>')).source).toMatchObject({
		type: 'article-journal',
		author: [{ literal: '李大为' }],
		'container-title': '求是',
		issued: '2021',
		issue: '14',
	});
});

test('a form with an empty field for the postcode ends nothing', async () => {
	const { paragraphs } = await first(
		'<title>管理办法</title>',
		`<body><div class=TRS_Editor><p>${prose}</p><p>${prose}</p><p>${prose}</p><p>附表2</p><p>单位地址：　　邮编：</p><p>附表3</p><p>申报表</p></div></body>`,
	);
	expect(paragraphs.slice(-4)).toEqual(['附表2', '单位地址：　邮编：', '附表3', '申报表']);
});

describe('never invented', () => {
	const lead = (line: string, head = '') =>
		first(
			`<title>补贴实施情况</title>${head}`,
			`<body><h1>补贴实施情况</h1><div>${line}</div><div class="article-content"><p>${prose}</p><p>${prose}</p></div></body>`,
		);

	test.each(['昨天', '分享', '图集', '关注', '搜索', '中文', '子版块'])('%s is nobody', async word => {
		expect((await lead(word)).source.author).toBeUndefined();
	});

	test.each(['网易', '东山网', '管理员', '人民日报'])('%s in the head is nobody', async word => {
		expect((await lead('2024-03-05', `<meta name="author" content="${word}">`)).source.author).toBeUndefined();
	});

	test('whoever put a page on a government site is nobody', async () => {
		const head = '<meta name="SiteIDCode" content="bm01"><meta name="author" content="李大为">';
		expect((await lead('2024-03-05', head)).source.author).toBeUndefined();
	});

	test('a name there is somebody', async () => {
		expect((await lead('李大为')).source.author).toEqual([{ literal: '李大为' }]);
	});

	test('an agency with a button beside it is neither a newspaper nor a site', async () => {
		expect((await lead('2020-02-29 10:00:00　来源: <a>新华社</a> <a>举报</a>')).source).toMatchObject({
			type: 'webpage',
			held: { from: '新华社', date: '2020-02-29' },
			missing: ['issued', 'URL'],
		});
		expect((await lead('来源：复制必究')).source).not.toHaveProperty('container-title');
	});
});

test("an account's page: the account, its author, its day; a day that is none is left out", async () => {
	const account = (author: string, day: string) =>
		first(
			`<meta property="og:title" content="政策解读：加快培育"><meta property="og:site_name" content="微信公众平台"><meta property="og:url" content="http://mp.example.cn/s/abc">`,
			`<body><h1 class="rich_media_title">政策解读：加快培育</h1><div id="meta_content">${author}<a id="js_name">东山发布</a><em id="publish_time" class="rich_media_meta_text">${day}</em></div><div id="js_content"><p>${prose}</p><p>${prose}</p></div></body>`,
		);
	const named = await account('<span class="rich_media_meta rich_media_meta_text">李四</span>', '2024年03月12日 08:30');
	expect(named.source).toMatchObject({
		type: 'webpage',
		author: [{ literal: '李四' }],
		'container-title': '东山发布',
		issued: '2024-03-12',
	});
	const bare = (await account('', '昨天')).source;
	expect(bare).toMatchObject({ 'container-title': '东山发布', missing: ['issued'] });
	expect(bare).not.toHaveProperty('author');
});

test('an e-paper: newspaper, day, page, author; none of these lines is text', async () => {
	const { source, paragraphs } = await first(
		'<title>推动发展取得新成效-东山日报</title>',
		`<body><div class="article"><h3>专题</h3><h1>推动发展取得新成效</h1><h2>某某</h2><p class="sec">某某<span class="date"> 《东山日报》（ 2024年03月05日　第 09 版） </span></p><div id="ozoom"><p>　　${prose}</p><p>　　${prose}甲</p><p>　　${prose}乙</p></div></div></body>`,
	);
	expect(source).toMatchObject({
		type: 'article-newspaper',
		author: [{ literal: '某某' }],
		'container-title': '东山日报',
		issued: '2024-03-05',
		page: '9',
		missing: ['URL'],
	});
	expect(paragraphs).toEqual([prose, `${prose}甲`, `${prose}乙`]);
});

test('a page saved in one file: its words from either encoding, the address it was saved from', async () => {
	const page = `<html><head><meta charset="utf-8"><title>${paper}</title></head><body><div class="TRS_Editor"><p>${prose}</p><p>${prose}甲</p></div></body></html>`;
	const bytesOf = (text: string) => [...new TextEncoder().encode(text)];
	const quoted = bytesOf(page)
		.map(byte =>
			byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
		)
		.join('')
		.replace(/(.{60}(?<!=.?))/g, '$1=\r\n');
	const base64 = btoa(
		bytesOf(page)
			.map(byte => String.fromCharCode(byte))
			.join(''),
	).replace(/(.{76})/g, '$1\r\n');
	for (const [encoding, body] of [
		['quoted-printable', quoted],
		['base64', base64],
	] as const) {
		const file = [
			'From: <Saved by Blink>',
			'Snapshot-Content-Location: https://www.dongshan.example.cn/a.html',
			'MIME-Version: 1.0',
			'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B--x----"',
			'',
			'------B--x----',
			'Content-Type: text/html',
			`Content-Transfer-Encoding: ${encoding}`,
			'',
			body,
			'------B--x------',
		].join('\r\n');
		const { documents } = await readMhtml(new TextEncoder().encode(file), 'a.mht', defaultLimits);
		expect(documents[0]?.paragraphs, encoding).toEqual([prose, `${prose}甲`]);
		expect(documents[0]?.source).toMatchObject({ title: paper, URL: 'https://www.dongshan.example.cn/a.html' });
	}
	expect(
		(await readMhtml(new TextEncoder().encode('MIME-Version: 1.0\n\nx'), 'a.mht', defaultLimits)).problems,
	).toMatchObject([{ code: 'import.damaged' }]);
});

test('a figure stands under its heads: cells that span columns and rows stand in each', async () => {
	const rows = [
		'<th rowspan="2">地区</th><th colspan="2">2024年</th><th colspan="2">2025年</th>',
		'<th>总量</th><th>增速</th><th>总量</th><th>增速</th>',
		'<td>甲区</td><td>100</td><td>5.1</td><td>110</td><td>5.5</td>',
		'<td rowspan=2>乙区</td><td>200</td><td>4.1</td><td>210</td><td>4.5</td>',
		'<td>201</td><td>4.2</td><td>211</td><td>4.6</td>',
		'<td colspan="5">注：由市统计局核定。</td>',
		'<td rowspan=99999999 colspan=99999999>末</td><td>行</td>',
	];
	const { paragraphs, layout } = await first(
		'<title>统计公报</title>',
		`<body><div class="TRS_Editor"><p>${prose}</p><table>${rows.map(row => `<tr>${row}</tr>`).join('')}</table></div></body>`,
	);
	expect(layout).toEqual({ tables: [{ first: 2, last: 7 }] });
	expect(paragraphs.slice(1, 6)).toEqual([
		'地区 | 2024年 总量 | 2024年 增速 | 2025年 总量 | 2025年 增速',
		'甲区 | 100 | 5.1 | 110 | 5.5',
		'乙区 | 200 | 4.1 | 210 | 4.5',
		'乙区 | 201 | 4.2 | 211 | 4.6',
		'注：由市统计局核定。',
	]);
});

describe('what an article is called', () => {
	const body = (heading: string) =>
		`<body>${heading}<div class="article-content"><p>${prose}</p><p>${prose}甲</p></div></body>`;
	const titleOf = async (head: string, heading: string) => (await first(head, body(heading))).source.title;

	test.each([
		['the newspaper', '人民日报'],
		['its pages on the web', '江城日报数字报'],
		['the site', '江城新闻网'],
		['the organ', '江北省人民政府'],
		['what the page does not show', '第3号'],
	])('a head that names %s: the heading above the text', async (_, title) => {
		expect(await titleOf(`<title>${title}</title>`, '<h1>让除雪更有保障</h1>')).toBe('让除雪更有保障');
	});

	test('a head that begins with the name of the site', async () => {
		expect(await titleOf('<title>人民日报-让除雪更有保障</title>', '')).toBe('让除雪更有保障');
		expect(await titleOf('<title>办好日报_要闻_江城网</title>', '')).toBe('办好日报');
	});

	test('of several parts of the head the one that the page shows; below the name of a column the line that may be one', async () => {
		const line = '<div>最新公布的除雪情况</div>';
		expect(await titleOf('<title>明日天气预测--最新公布的除雪情况</title>', line)).toBe('最新公布的除雪情况');
		const menu = `<div>新闻动态</div>${'<p><a href=/>各地要闻一二三</a></p>'.repeat(14)}`;
		expect(
			await titleOf('<title>新闻动态--江城学会官网</title>', `${menu}${line}<div>发布时间：2019-05-18</div>`),
		).toBe('最新公布的除雪情况');
	});

	test('a heading that names the site, a numbered one, or one with more words is no better title', async () => {
		const head = `<title>${paper}</title>`;
		expect(await titleOf(head, '<h1>东山市人民政府</h1>')).toBe(paper);
		expect(await titleOf(head, '<h1>一、总体要求</h1>')).toBe(paper);
		expect(await titleOf(head, `<h1>原创 ${paper}</h1>`)).toBe(paper);
		expect(await titleOf(head, `<h1>通知公告</h1><p>${paper.slice(0, 9)}<br>${paper.slice(9)}</p>`)).toBe(paper);
	});
});

test('a notice on the page of the organ that the page names as its source is that organ’s; no day is made up', async () => {
	const notice = '关于印发《江北省桥梁检测办法》的通知';
	const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
	const read = (site: string, greeting: string) =>
		first(
			`<title>${notice}</title>${meta('SiteName', site)}${meta('ContentSource', '江北省交通运输厅')}${meta('PubDate', '2022-05-09')}`,
			`<body><h1>${notice}</h1><div class="article-content">${greeting}<p>${prose}</p><p>${prose}甲</p></div></body>`,
		);
	expect((await read('江北省交通运输厅', '<p>各市人民政府：</p>')).source).toEqual({
		type: 'legislation',
		title: notice,
		author: [{ literal: '江北省交通运输厅' }],
		held: { from: '江北省交通运输厅', date: '2022-05-09' },
		missing: ['issued', 'URL'],
	});
	expect((await read('江城新闻网', '<p>各市人民政府：</p>')).source).toMatchObject({ type: 'webpage' });
	expect((await read('江北省交通运输厅', '')).source).toMatchObject({ type: 'webpage' });
});

test('a source far above the text or right below it is that of the article, not the portal', async () => {
	const buttons = '用微信扫码 分享至好友 朋友圈 复制链接 收藏 点赞 跟贴 更多 字号 大 中 小 打印'
		.split(' ')
		.map(one => `<div>${one}</div>`)
		.join('');
	const page = (above: string, below: string) =>
		`<body><h1>让除雪更有保障</h1><div>${above}</div>${buttons}<div class="endText"><p>${prose}</p><p>${prose}甲</p></div><div>${below}</div></body>`;
	for (const body of [
		page('2019-09-07 13:43:45　来源: 新江报 举报', ''),
		page('', '本文来源：新江报 责任编辑：杨某_NF1'),
		`<body><h1>让除雪更有保障</h1><p>澎湃新闻记者 王小川</p><div>2019年09月07日 04:04 <a href=/>新江报</a></div><div class="endText"><p>${prose}</p><p>${prose}甲</p></div></body>`,
	])
		expect(
			(await first('<title>让除雪更有保障_网易财经</title><meta name="author" content="网易">', body)).source,
		).toMatchObject({
			type: 'article-newspaper',
			'container-title': '新江报',
		});
});

test.each([
	['【文/观察者网专栏作者 王小川】', ['王小川']],
	['澎湃新闻记者 段彦超 廖艳', ['段彦超', '廖艳']],
	['采写：南都记者 王小川', ['王小川']],
])('the line %s above the text', async (line, names) => {
	const { source, paragraphs } = await first(
		'<title>让除雪更有保障</title>',
		`<body><h1>让除雪更有保障</h1><div class="article-content"><p>${line}</p><p>${prose}</p><p>${prose}甲</p><p>标签</p></div></body>`,
	);
	expect(source.author?.map(one => one.literal)).toEqual(names);
	expect(paragraphs).toEqual([prose, `${prose}甲`]);
});

test('what a portal has the article in is all of it, however much stands around', async () => {
	const others = Array.from({ length: 20 }, (_, i) => `<p>第${i}条快讯：${prose}</p>`).join('');
	const { paragraphs } = await first(
		'<title>让除雪更有保障</title>',
		`<body><div class="article-content"><h1>让除雪更有保障</h1><div id="artibody"><p>${prose}</p><p>${prose}甲</p></div>${others}</div></body>`,
	);
	expect(paragraphs).toEqual([prose, `${prose}甲`]);
});
