// Papers that others hand on or print with more than one organ: papers of the centre on an agency's page, joint
// interpretations, bulletins of figures, orders, announcements, rulings; and articles whose reporters, newspaper or
// journal stand where only some makers put them.

import { written, type Content } from './pageContent';
import { addressees, foot, html, menu, p, share, utf8, type Expected, type Maker } from './pageParts';

const official = (c: Content, title: string, more: Partial<Expected>): Expected => ({
	type: 'legislation',
	title,
	issued: c.signed,
	text: [],
	...more,
});

const centre = ['中共中央办公厅', '国务院办公厅'] as const;
const monthAndDay = (date: string) => written(date).slice(5);

/** A paper of two offices of the centre, announced by an agency and printed in full below. */
const announced: Maker = c => {
	const title = `关于${c.matter}的意见`;
	const text = [
		`新华社北京${monthAndDay(c.published)}电　近日，${centre.join('、')}印发了《${title}》，并发出通知，要求各地区各部门结合实际认真贯彻落实。`,
		`《${title}》全文如下。`,
		...c.paragraphs,
		'一、总体要求',
		...c.paragraphs,
	];
	return {
		name: 'content_6979000.htm',
		bytes: html(
			`<title>${centre.join(' ')}印发《${title}》_中央有关文件_中国政府网</title><meta name="author" content="刘某">`,
			`${menu}<h1>${centre.join(' ')}印发《${title}》</h1><div class="pages-date">${c.published} 19:16　来源： 新华社　字体：默认 大 超大 | 打印</div>${share}<div id="UCAP-CONTENT">${p(text.slice(0, 2))}<p align="center"><b>${title}</b></p>${p(text.slice(2))}</div><div>责任编辑：刘某</div>${foot}`,
		),
		expected: official(c, title, {
			author: centre.join('；'),
			issued: undefined,
			held: c.published,
			text,
		}),
	};
};

/** The same with its title and its day below the line of the agency. */
const wired: Maker = c => {
	const title = `${centre.join(' ')}关于${c.matter}的意见`;
	const text = [`新华社北京${monthAndDay(c.published)}电`, `（${written(c.signed)}）`, ...c.paragraphs];
	return {
		name: 'c.html',
		bytes: html(
			`<title>（受权发布）${title}-新华网</title>`,
			`<div class="header">来源：新华社</div><span class="title">${title}</span><div>字体：小 中 大 分享到：</div><div id="detail">${p(text.slice(0, 1))}<p align="center"><strong>${centre.join(' ')}<br>关于${c.matter}的意见</strong></p>${p(text.slice(1))}</div><div class="editor">【责任编辑：李某】</div>`,
		),
		expected: official(c, title, { author: centre.join('；'), text }),
	};
};

/** An interpretation by two courts of law, adopted on two days. */
const joint: Maker = c => {
	const organs = '最高人民法院　最高人民检察院';
	const title = `关于办理${c.matter.slice(2)}刑事案件适用法律若干问题的解释`;
	const note = `（${written(c.signed)}最高人民法院审判委员会第1881次会议、${written(c.published)}最高人民检察院第十三届检察委员会第2次会议通过，自2026年1月1日起施行）`;
	const number = `法释〔${c.signed.slice(0, 4)}〕3号`;
	const text = [number, note, ...c.paragraphs.map((one, i) => `第${'一二三四五六七八九'[i]!}条　${one}`)];
	return {
		name: 'joint.html',
		bytes: html(
			`<title>最高人民法院 最高人民检察院${title} - 某网</title>`,
			`${menu}<h1>${organs}<br>${title}</h1><div>来源：某网　发布时间：${c.published} 10:00</div><div class="txt_txt" id="zoom">${p(text)}</div>${foot}`,
		),
		expected: official(c, `最高人民法院 最高人民检察院${title}`, {
			author: '最高人民法院；最高人民检察院',
			number,
			issued: c.published,
			held: c.published,
			text,
		}),
	};
};

/** A bulletin of figures: organ and day below the title, a note on it. */
const bulletin: Maker = c => {
	const title = `${c.place}市${c.signed.slice(0, 4)}年国民经济和社会发展统计公报`;
	const organ = `${c.place}市统计局`;
	const text = [organ, written(c.signed), ...c.paragraphs];
	return {
		name: 't2024_3.html',
		bytes: html(
			`<title>${title}_${organ}</title>`,
			`${menu}<h1>${title}</h1><div>${c.published} 09:30　来源：${organ}　字体：大 中 小</div><div class="TRS_Editor"><p align="center">${title}<sup>[1]</sup></p>${p(text)}</div>${foot}`,
		),
		expected: official(c, title, { author: organ, held: c.published, text }),
	};
};

/** An order of the chairman that proclaims a law, the law below it. */
const chairman: Maker = c => {
	const title = `中华人民共和国${c.matter.slice(2)}法`;
	const assembly = '全国人民代表大会常务委员会';
	const text = [
		'中华人民共和国主席令',
		'第四十号',
		`《${title}》已由中华人民共和国第十四届${assembly}第十三次会议于${written(c.signed)}通过，现予公布，自2026年1月1日起施行。`,
		'中华人民共和国主席　习近平',
		written(c.signed),
		`（${written(c.signed)}第十四届${assembly}第十三次会议通过）`,
		'第一章　总　则',
		...c.paragraphs.map((one, i) => `第${'一二三四五六七八九'[i]!}条　${one}`),
	];
	return {
		name: 'order.txt',
		bytes: utf8([...text.slice(0, 5), title, ...text.slice(5)].join('\n')),
		expected: official(c, title, { author: assembly, number: '中华人民共和国主席令第四十号', text }),
	};
};

/** An announcement with its number on a line of its own, without brackets around the year. */
const announcement =
	(isPage: boolean): Maker =>
	c => {
		const organ = `${c.place}市市场监督管理局`;
		const number = `${organ}公告${c.signed.slice(0, 4)}年第12号`;
		const title = `关于${c.matter}有关事项的公告`;
		const head = isPage ? [number] : [`${organ}公告`, `${c.signed.slice(0, 4)}年第12号`];
		const text = [...head, ...c.paragraphs, '特此公告。', organ, written(c.signed)];
		const expected = official(c, title, { author: organ, number, ...(isPage && { held: c.published }), text });
		if (!isPage)
			return {
				name: 'announcement.txt',
				bytes: utf8([...head, title, ...text.slice(head.length)].join('\n')),
				expected,
			};
		return {
			name: 'announcement.html',
			bytes: html(
				`<title>${title}</title>`,
				`${menu}<h1>${title}</h1><div>发布时间：${c.published}</div><div id="zoom">${p(text)}</div>${foot}`,
			),
			expected,
		};
	};

/** A ruling as plain text: court, kind and number, the day between those who judged and who kept the record. */
const rulingText: Maker = c => {
	const court = `${c.place}市中级人民法院`;
	const number = `（${c.signed.slice(0, 4)}）东01民终${c.paragraphs.length}23号`;
	const text = [
		court,
		'民 事 裁 定 书',
		number,
		'上诉人（原审被告）：某甲公司，住所地东山市。',
		...c.paragraphs,
		'裁定如下：',
		'驳回上诉，维持原裁定。',
		'审　判　长　张伟',
		'审　判　员　李娜',
		written(c.signed, 'numerals'),
		'书　记　员　陈静',
	];
	return {
		name: 'ruling.txt',
		bytes: utf8(text.join('\n')),
		expected: { type: 'legal_case', title: '民事裁定书', author: court, number, issued: c.signed, text },
	};
};

/** A local newspaper's page whose line names a reporter and who wrote with them. */
const reporters: Maker = c => ({
	name: 'content_10.htm',
	bytes: html(
		`<title>${c.newsTitle}_${c.place}新闻网</title>`,
		`${menu}<h1>${c.newsTitle}</h1><div class="info">${c.published} 08:12　来源：${c.newspaper}　记者：张宁 通讯员 陈雨薇　编辑：王某　点击：302次</div><div class="content">${p(c.paragraphs)}</div><div>分享到： 微信 微博</div><div>【打印】【关闭】</div>${foot}`,
	),
	expected: {
		type: 'article-newspaper',
		title: c.newsTitle,
		author: '张宁；陈雨薇',
		container: c.newspaper,
		held: c.published,
		text: c.paragraphs,
	},
});

/** A magazine's page: the source without a colon, the reporter in the first words, words on rights behind the text. */
const magazine: Maker = c => {
	const [first = '', ...others] = c.paragraphs;
	const text = [`【财新网】（记者 张宁）${first}`, ...others];
	return {
		name: 'magazine.html',
		bytes: html(
			`<title>${c.newsTitle}_经济频道_财新网</title>`,
			`<div id="the_content"><h1>${c.newsTitle}</h1><div id="artInfo">${written(c.published, 'padded')} 10:21　来源于 <a>财新网</a></div><div id="Main_Content_Val">${p(text)}</div><p>版权声明：本文版权归财新网所有，复制必究。</p></div>`,
		),
		// The window ends with the name of the source: it is the magazine's own page.
		expected: {
			type: 'webpage',
			title: c.newsTitle,
			author: '张宁',
			container: '财新网',
			issued: c.published,
			held: c.published,
			text,
		},
	};
};

/** The e-paper of a newspaper whose page stands on another line than its day. */
const mastHead: Maker = c => ({
	name: 'nw.D3.html',
	bytes: html(
		`<title>${c.newspaper}</title>`,
		`<div class="nav">${c.newspaper} ${written(c.published, 'padded')} 星期一</div><h1>${c.newsTitle}</h1><p class="author">■本报记者 张宁</p><div class="txt">版次：A03 要闻</div><div id="ozoom">${p(c.paragraphs)}</div><div>上一篇 下一篇 返回目录</div>`,
	),
	expected: {
		type: 'article-newspaper',
		title: c.newsTitle,
		author: '张宁',
		container: c.newspaper,
		issued: c.published,
		page: 'A3',
		text: c.paragraphs,
	},
});

/** The page of a journal that is made to be indexed. */
const indexed: Maker = c => ({
	name: 'article.html',
	bytes: html(
		`<title>${c.newsTitle} | 城市研究</title><meta name="citation_title" content="${c.newsTitle}"><meta name="citation_author" content="张宁"><meta name="citation_author" content="陈雨薇"><meta name="citation_journal_title" content="城市研究"><meta name="citation_publication_date" content="${c.published.replaceAll('-', '/')}"><meta name="citation_volume" content="12"><meta name="citation_issue" content="03"><meta name="citation_firstpage" content="101"><meta name="citation_lastpage" content="120"><meta name="citation_doi" content="10.1000/js.2022.3">`,
		`<h1>${c.newsTitle}</h1><div class="article-content">${p(c.paragraphs)}</div>`,
	),
	expected: {
		type: 'article-journal',
		title: c.newsTitle,
		author: '张宁；陈雨薇',
		container: '城市研究',
		issued: c.published.slice(0, 4),
		issue: '3',
		page: '101-120',
		text: c.paragraphs,
	},
});

/** Minutes, whose head has the day of the meeting. */
const minutes: Maker = c => {
	const text = [`时间：${written(c.signed)}`, '地点：三楼会议室', `主持人：${c.person}`, ...c.paragraphs];
	return {
		name: 'minutes.md',
		bytes: utf8([`# ${c.matter}座谈会纪要`, ...text].join('\n\n')),
		expected: { type: 'document', title: `${c.matter}座谈会纪要`, text },
	};
};

/** A notice whose title stands below its number, as text. */
const titleBelow: Maker = c => {
	const text = [c.number, addressees, ...c.paragraphs, c.organ, written(c.signed)];
	return {
		name: 'below.txt',
		bytes: utf8([c.number, c.paperTitle, ...text.slice(1)].join('\n')),
		expected: official(c, c.paperTitle, { author: c.organ, number: c.number, text }),
	};
};

/** Every such maker, by the name that is printed. */
export const organMakers: Readonly<Record<string, Maker>> = {
	'centre announced': announced,
	'centre wired': wired,
	'joint courts': joint,
	bulletin,
	chairman,
	'announcement txt': announcement(false),
	announcement: announcement(true),
	'ruling txt': rulingText,
	reporters,
	magazine,
	'mast head': mastHead,
	indexed,
	minutes,
	'title below': titleBelow,
};
