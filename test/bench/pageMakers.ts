// Pages and files of the makers that people import, built as these build them, each with what is right.

import { docx, paragraph } from '../support/archive';
import { pdf, typeset } from '../support/pdf';
import { written } from './pageContent';
import { foot, html, menu, p, paper, paperText, share, utf8, type Maker } from './pageParts';
import { columnMakers } from './columnMakers';
import { copyMakers } from './copyMakers';
import { endMakers } from './endMakers';
import { organMakers } from './organMakers';
import { sparseMakers } from './sparseMakers';

/** A title in two lines, as papers are set. */
const broken = (title: string) =>
	`${title.slice(0, Math.ceil(title.length / 2))}<br>${title.slice(Math.ceil(title.length / 2))}`;

const cell = (label: string, value: string) => `<td><b>${label}：</b></td><td>${value}</td>`;

/** The table of the central government's pages, with spaces within labels. */
const centralTable: Maker = c => {
	const text = paperText(c);
	const rows = [
		[cell('索 引 号', '000014349/2019-00006'), cell('主题分类', '财政、金融、审计\\银行')],
		[cell('发文机关', c.organ), cell('成文日期', written(c.signed, 'padded'))],
		[cell('标　　题', c.paperTitle), ''],
		[cell('发文字号', c.number), cell('发布日期', written(c.published, 'padded'))],
	];
	const table = `<table class="bd1">${rows.map(row => `<tr>${row.join('')}</tr>`).join('')}</table>`;
	const title = `<p align="center"><b>${broken(c.paperTitle)}</b></p>`;
	return {
		name: 'content_1.htm',
		bytes: html(
			`<title>${c.paperTitle}_政府信息公开专栏</title>`,
			`${menu}${table}<div id="UCAP-CONTENT">${title}${p(text, '<p style="text-indent:2em">')}</div><p>扫一扫在手机打开当前页</p>${foot}`,
		),
		expected: paper(c, text),
	};
};

/** The central government's newer pages: number in the title, the editor in the head. */
const centralNew: Maker = c => {
	const text = paperText(c);
	return {
		name: 'content_2.htm',
		bytes: html(
			`<title>${c.paperTitle}（${c.number}）_部门文件_中国政府网</title><meta name="author" content="马小娟"><meta name="firstpublishedtime" content="${c.published}-17:15:00">`,
			`${menu}<div class="pages-title">${c.paperTitle}</div><div class="policyLibraryOverview"><table><tr><td>标　　题：</td><td>${c.paperTitle}</td><td>发文机关：</td><td>${c.organ}</td></tr><tr><td>发文字号：</td><td>${c.number}</td><td>来　　源：</td><td>某部网站</td></tr><tr><td>公文种类：</td><td>通知</td><td>成文日期：</td><td>${written(c.signed, 'padded')}</td></tr></table></div><div class="pages_content" id="UCAP-CONTENT"><div class="trs_editor_view">${p(text)}</div></div><div>责任编辑：马小娟</div>${foot}`,
		),
		expected: paper(c, text, { held: undefined }),
	};
};

/** A ministry: fields of the head, a list of labels, no box for the day. */
const ministry: Maker = c => {
	const text = paperText(c, 'numerals');
	return {
		name: 't2024_1.html',
		bytes: html(
			`<title>${c.paperTitle} - 某部</title><meta name="SiteName" content="某部门户网站"><meta name="ArticleTitle" content="${c.paperTitle}"><meta name="PubDate" content="${c.published} 10:20"><meta name="ContentSource" content="${c.organ}"><meta name="SiteIDCode" content="bm00000001">`,
			`${menu}<ul class="info"><li>索引号：000013338/2024-00123</li><li>发文字号：${c.number}</li><li>信息分类：规范性文件</li></ul><h1>${c.paperTitle}</h1>${share}<div class="TRS_Editor">${p(text)}</div>${foot}`,
		),
		expected: paper(c, text),
	};
};

/** A province's list of labels whose values stand right behind them, without a colon. */
const province: Maker = c => {
	const text = paperText(c);
	const item = (label: string, value: string) => `<li><span>${label}</span><span>${value}</span></li>`;
	return {
		name: 'art_1.html',
		bytes: html(
			`<title>${c.paperTitle}</title>`,
			`${menu}<div class="xxgk"><ul>${item('索引号', '11330000/2024-00001')}${item('发布机构', c.organ)}${item('文件编号', c.number)}${item('成文日期', c.signed)}${item('公开日期', c.published)}${item('有效性', '有效')}</ul></div><div class="title">${c.paperTitle}</div><div id="zoom">${p(text)}</div><div class="r"><p>相关附件</p><a href="1.doc">政策解读</a></div>${foot}`,
		),
		expected: paper(c, text),
	};
};

/** A city's table without colons. */
const plainTable: Maker = c => {
	const text = paperText(c);
	return {
		name: 'content_3.html',
		bytes: html(
			`<title>${c.paperTitle}</title>`,
			`${menu}<table class="t"><tr><th>索引号</th><td>MB0000/2024-1</td><th>主题分类</th><td>科技</td></tr><tr><th>发文机构</th><td>${c.organ}</td><th>发布日期</th><td>${c.published}</td></tr><tr><th>文号</th><td>${c.number}</td><th>成文日期</th><td>${c.signed}</td></tr></table><div class="article-content"><h2>${c.paperTitle}</h2>${p(text)}</div>${foot}`,
		),
		expected: paper(c, text),
	};
};

/** A box of a library of normative papers. */
const normativeBox: Maker = c => {
	const text = paperText(c);
	return {
		name: 'gz.html',
		bytes: html(
			`<meta name="SiteName" content="${c.place}市人民政府门户网站"><meta name="ArticleTitle" content="${c.paperTitle}"><meta name="PubDate" content="${c.published} 09:00">`,
			`<div class="info"><p>基本信息</p><p>统一编号： GZ0220210007</p><p>文　号： ${c.number}</p><p>实施日期： ${written(c.published, 'padded')}</p><p>发布机关： ${c.organ}</p><p>文件状态：</p></div><div class="TRS_Editor">${p(text)}</div>${foot}`,
		),
		expected: paper(c, text),
	};
};

/** A page whose wrapper is not shown until its script runs. */
const waiting: Maker = c => {
	const text = paperText(c);
	return {
		name: 'w.html',
		bytes: html(
			`<title>${c.paperTitle}</title>`,
			`<div id="app" style="display: none;">${menu}<h1 class="title">${c.paperTitle}</h1><div class="date-row">发布日期：${c.published}</div><div class="article-content">${p(text)}</div></div>`,
		),
		expected: paper(c, text),
	};
};

/** An old page of lines with breaks. */
const oldBreaks: Maker = c => {
	const text = paperText(c, 'numerals').filter(line => line !== c.number && !line.startsWith('（此件'));
	const lines = text.map((line, i) => (i === 0 ? line : `　　${line}`)).join('<br><br>\n');
	return {
		name: 'old.html',
		bytes: html(
			`<title>${c.paperTitle}_某网</title>`,
			`<div id=nav><a href=/>首页</a> | <a href=/a>新闻</a></div><table width=100%><tr><td width=200><ul><li><a href=1>各地要闻一二三四五</a><li><a href=2>各地要闻二三四五六</a></ul></td><td><center><b>${c.paperTitle}</b></center><center>来源：本网　发布时间：${c.published} 10:20　字号：<a href=#>大</a> <a href=#>中</a></center>${lines}<br></td></tr></table>`,
		),
		expected: paper(c, text, { number: undefined }),
	};
};

/** A law of the people's congress: notes below its title, articles. */
const law: Maker = c => {
	const title = `${c.place}省${c.matter.slice(2)}条例`;
	const note = `（${written(c.signed)}${c.place}省第十四届人民代表大会常务委员会第七次会议通过　自${written(c.published)}起施行）`;
	const text = [note, '第一章　总则', ...c.paragraphs.map((one, i) => `第${'一二三四五六七八九'[i]!}条　${one}`)];
	return {
		name: 'flk.html',
		bytes: html(
			`<title>${title}</title>`,
			`<div class="box"><div>制定机关：${c.place}省人民代表大会常务委员会</div><div>公布日期：${c.signed}</div><div>施行日期：${c.published}</div><div>时效性：有效</div></div><h1>${title}</h1><div class="law-content">${p(text)}</div>`,
		),
		expected: { type: 'legislation', title, author: `${c.place}省人民代表大会常务委员会`, issued: c.signed, text },
	};
};

/** The same law as Markdown: the notes stand on lines of their own, a comment ends them. */
const lawMarkdown: Maker = c => {
	const title = `${c.place}市${c.matter.slice(2)}条例`;
	const note = `${written(c.signed)} ${c.place}市人民政府令第36号公布`;
	const articles = c.paragraphs.map((one, i) => `第${'一二三四五六七八九'[i]!}条 ${one}`);
	return {
		name: 'law.md',
		bytes: utf8(`# ${title}\n\n${note}\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n${articles.join('\n\n')}\n`),
		expected: {
			type: 'legislation',
			title,
			author: `${c.place}市人民政府`,
			number: `${c.place}市人民政府令第36号`,
			issued: c.signed,
			text: [note, '第一章 总则', ...articles],
		},
	};
};

/** A page of the party's journal: spans, the journal with its issue. */
const partyJournal: Maker = c => ({
	name: 'c_1.htm',
	bytes: html(
		`<title>${c.newsTitle} - 求是网</title>`,
		`${menu}<div class="inner"><h1>${c.newsTitle}</h1><div class="headtitle"><span class="appellation">来源：《求是》2024/05</span><span class="appellation">作者：${c.person}</span><span class="pubtime">${c.published} 09:00:00</span></div><div class="text"><div class="highlight">${p(c.paragraphs)}</div></div></div><p>网站编辑：王某</p>${foot}`,
	),
	expected: {
		type: 'article-journal',
		title: c.newsTitle,
		author: c.person,
		container: '求是',
		issued: '2024',
		issue: '5',
		held: c.published,
		text: c.paragraphs,
	},
});

/** The e-paper of a newspaper. */
const ePaper: Maker = c => ({
	name: 'nw.D1.htm',
	bytes: html(
		`<title>${c.newsTitle}-${c.newspaper}</title>`,
		`<div class="top"><a href="/">目录</a></div><div class="article-box"><div class="article"><h3>学习贯彻有关精神</h3><h1>${c.newsTitle}</h1><h2>${c.person}</h2><p class="sec">${c.person}<span class="date"> 《${c.newspaper}》（ ${written(c.published, 'padded')}　第 09 版） </span></p><div id="ozoom">${p(c.paragraphs)}</div></div></div><div class="foot">某网版权所有</div>`,
	),
	expected: {
		type: 'article-newspaper',
		title: c.newsTitle,
		author: c.person,
		container: c.newspaper,
		issued: c.published,
		page: '9',
		text: c.paragraphs,
	},
});

/** An account of a messenger, its text shown by a script. */
const account: Maker = c => ({
	name: 'wx.html',
	bytes: html(
		`<meta property="og:title" content="${c.newsTitle}"><meta property="og:site_name" content="微信公众平台"><meta property="og:article:author" content="${c.person}"><title>${c.newsTitle}</title>`,
		`<h1 class="rich_media_title" id="activity-name">${c.newsTitle}</h1><div id="meta_content"><span class="rich_media_meta rich_media_meta_text">${c.person}</span><span class="rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">${c.place}发布</a></span><em id="publish_time" class="rich_media_meta rich_media_meta_text">${written(c.published, 'padded')} 08:30</em><em id="js_ip_wording_wrp">北京</em></div><div id="js_content" class="rich_media_content" style="visibility: hidden;">${c.paragraphs.map(one => `<section><p><span>${one}</span></p></section>`).join('')}</div><p>预览时标签不可点</p><p>微信扫一扫关注该公众号</p>`,
	),
	expected: {
		type: 'webpage',
		title: c.newsTitle,
		author: c.person,
		container: `${c.place}发布`,
		issued: c.published,
		held: c.published,
		text: c.paragraphs,
	},
});

/** An agency's page: its own buttons around the day and the source. */
const agency: Maker = c => ({
	name: 'c_2.htm',
	bytes: html(
		`<title>${c.newsTitle}-新华网</title>`,
		`${menu}<div class="h-title">${c.newsTitle}</div><div class="h-info">${c.published} 07:57:40　来源： <a>新华社</a> <a>举报</a></div><div>图集</div><div>关注</div><div id="p-detail">${p(c.paragraphs, '<p>　　')}<p>【纠错】 责任编辑：尹某</p></div>${foot}`,
	),
	expected: { type: 'webpage', title: c.newsTitle, held: c.published, text: c.paragraphs },
});

/** A portal that writes itself into the head's author. */
const portal: Maker = c => ({
	name: '1.html',
	bytes: html(
		`<title>${c.newsTitle}_网易新闻</title><meta name="author" content="网易">`,
		`${menu}<h1>${c.newsTitle}</h1><div class="post_info">${c.published} 10:00:00　来源: <a>${c.newspaper}</a></div><div>昨天</div><div>分享</div><div class="article-content">${p(c.paragraphs)}</div><div class="side"><h3>热点新闻</h3><a href=1>某地出台十条措施支持特色产业</a></div>${foot}`,
	),
	expected: {
		type: 'article-newspaper',
		title: c.newsTitle,
		container: c.newspaper,
		held: c.published,
		text: c.paragraphs,
	},
});

/** A local newspaper's page: one line for day and source, the author's name below the title. */
const localNews: Maker = c => ({
	name: 'content_9.htm',
	bytes: html(
		`<title>${c.newsTitle}</title>`,
		`${menu}<div class="x"><h2>${c.newsTitle}</h2><div class="m">${c.published} 来源：${c.newspaper} 作者：${c.person}</div><div class="b">${p(c.paragraphs)}</div></div>${foot}`,
	),
	expected: {
		type: 'article-newspaper',
		title: c.newsTitle,
		author: c.person,
		container: c.newspaper,
		held: c.published,
		text: c.paragraphs,
	},
});

/** A notice of an office on a page no container is known of, with annexes. */
const notice: Maker = c => {
	const text = [
		...c.paragraphs,
		'附件：',
		'附件1 2026年计划表.xls',
		'附件2 申请表.docx',
		`${c.place}市住房保障办公室`,
		written(c.signed),
	];
	const annexed = text
		.map(one => (/^附件\d/.test(one) ? `<p><a href="1.xls">${one}</a></p>` : `<p>${one}</p>`))
		.join('');
	return {
		name: 'notice.html',
		bytes: html(
			`<title>关于${c.matter}的通告</title>`,
			`${menu}<h1>关于${c.matter}的通告</h1><div class="bd">${annexed}</div>${foot}`,
		),
		expected: {
			type: 'legislation',
			title: `关于${c.matter}的通告`,
			author: `${c.place}市住房保障办公室`,
			issued: c.signed,
			text,
		},
	};
};

/** A government's page copied into a text file. */
const paperDump: Maker = c => {
	const text = paperText(c).filter(line => !line.startsWith('（此件'));
	const lines = [
		'首页 | 要闻动态 | 政务公开',
		'当前位置：首页 > 文件',
		`索引号：000014349/2024-00012`,
		`发文机关：${c.organ}`,
		`成文日期：${written(c.signed, 'padded')}`,
		`发布日期：${c.published}`,
		'',
		c.paperTitle,
		'',
		...text,
		'',
		'字号: 大 中 小',
		'打印本页 关闭窗口',
		'主办单位:某市人民政府办公室',
	];
	return { name: 'paper.txt', bytes: utf8(lines.join('\n')), expected: paper(c, text) };
};

/** A report to the people's congress copied into a text file, with a photo. */
const reportDump: Maker = c => {
	const title = `${c.signed.slice(0, 4)}年${c.place}省政府工作报告`;
	const text = ['各位代表：', ...c.paragraphs];
	const person = c.person.includes('·') ? '张宁' : c.person;
	const lines = [
		...['下载', '打印', '全屏', '收藏', title],
		`——${written(c.signed, 'numerals')}在${c.place}省十四届人民代表大会第四次会议上`,
		`来源：${c.place}日报`,
		`时间：${c.published}`,
		`${c.place}省省长 ${person}`,
		`${person}作政府工作报告。${c.place}日报记者 李四明`,
		...text,
	];
	return {
		name: 'report.txt',
		bytes: utf8(lines.join('\n')),
		expected: { type: 'report', title, author: person, issued: c.signed, held: c.published, text },
	};
};

/** An article of a journal as plain text. */
const journalText: Maker = c => ({
	name: 'article.txt',
	bytes: utf8(`${c.newsTitle}\n\n${c.person}\n\n${c.paragraphs.join('\n\n')}\n\n（《城市研究》2024年第6期）\n`),
	expected: {
		type: 'article-journal',
		title: c.newsTitle,
		author: c.person,
		container: '城市研究',
		issued: '2024',
		issue: '6',
		text: c.paragraphs,
	},
});

const centred = '<w:jc w:val="center"/>';

/** A paper in Word: number, centred title, signature; the login name in its properties. */
const wordPaper: Maker = c => {
	const text = paperText(c).filter(line => line !== c.number && !line.startsWith('（此件'));
	return {
		name: 'paper.docx',
		bytes: docx(
			paragraph(c.paperTitle.slice(0, 12), centred) +
				paragraph(c.paperTitle.slice(12), centred) +
				paragraph(c.number, centred) +
				text.map(one => paragraph(one)).join(''),
			{
				'docProps/core.xml':
					'<c:coreProperties xmlns:c="c" xmlns:d="d"><d:creator>Administrator</d:creator><d:created>2025-11-05T01:02:03Z</d:created></c:coreProperties>',
			},
		),
		expected: paper(c, [c.number, ...text], { held: undefined }),
	};
};

/** A paper printed to PDF. */
const pdfPaper: Maker = c => {
	const text = paperText(c).filter(line => !line.startsWith('（此件') && line !== '一、总体要求');
	const [first = [], ...rest] = typeset(text, { byWidth: true });
	return {
		name: 'paper.pdf',
		bytes: pdf([[{ text: c.paperTitle, x: 120, y: 80, size: 18 }, ...first], ...rest], {
			info: { Title: 'x.docx', Author: 'lenovo', CreationDate: 'D:20251105010203' },
		}),
		expected: paper(c, text, { held: undefined }),
	};
};

/** Every maker, by the name that is printed. */
export const makers: Readonly<Record<string, Maker>> = {
	'central table': centralTable,
	'central new': centralNew,
	ministry,
	province,
	'plain table': plainTable,
	'normative box': normativeBox,
	waiting,
	'old breaks': oldBreaks,
	law,
	'law md': lawMarkdown,
	'party journal': partyJournal,
	'e-paper': ePaper,
	account,
	agency,
	portal,
	'local news': localNews,
	notice,
	'paper txt': paperDump,
	'report txt': reportDump,
	'journal txt': journalText,
	'paper docx': wordPaper,
	'paper pdf': pdfPaper,
	...sparseMakers,
	...endMakers,
	...organMakers,
	...columnMakers,
	...copyMakers,
};
