// Pages that people paste into Word, print with a browser, or have a program collect; annexes by themselves; articles of
// journals as these are printed.

import { docx, paragraph } from '../support/archive';
import { pdf, typeset, type Placed } from '../support/pdf';
import { written, type Content } from './pageContent';
import { addressees, foot, html, menu, p, paper, utf8, type Expected, type Maker } from './pageParts';

const centred = (text: string) => paragraph(text, '<w:jc w:val="center"/>');
const plain = (texts: readonly string[]) => texts.map(text => paragraph(text)).join('');

/** An annex in a file of its own: its count, its title on two lines, its text. */
const annexWord: Maker = c => {
	const title = `${c.place}市${c.matter}行动方案`;
	return {
		name: 'annex.docx',
		bytes: docx(paragraph('附件1') + centred(title.slice(0, -4)) + centred(title.slice(-4)) + plain(c.paragraphs)),
		expected: { type: 'document', title, text: ['附件1', ...c.paragraphs] },
	};
};

/** A paper whose title begins with its organ on a line of its own; a seal stands for that organ's. */
const brokenTitle: Maker = c => {
	const organ = `健康${c.place}建设委员会（爱国卫生运动委员会）`;
	const parts = [`健康${c.place}建设委员会`, '（爱国卫生运动委员会）'] as const;
	const matter = `关于印发《${c.place}市健康政策实施方案》的通知`;
	const signed = [parts[0], `${parts[1]}（代章）`, written(c.signed), '（此件主动公开）'];
	const text = [c.number, `各县（区）人民政府，${organ}各成员单位：`, ...c.paragraphs, ...signed];
	const head = [c.number, ...parts, matter.slice(0, -8), matter.slice(-8)].map(centred).join('');
	return {
		name: 'broken-title.docx',
		bytes: docx(head + plain(text.slice(1))),
		expected: paper({ ...c, organ }, text, { title: `${organ}${matter}`, held: undefined }),
	};
};

/** A paper that ends in its day, with no name above it. */
const dayAlone: Maker = c => {
	const text = [c.number, addressees, ...c.paragraphs, written(c.signed)];
	return {
		name: 'day-alone.docx',
		bytes: docx(centred(c.paperTitle) + plain(['访问量：687', ...text])),
		expected: paper(c, text, { held: undefined }),
	};
};

const message = (c: Content): Expected => ({
	type: 'webpage',
	title: c.newsTitle,
	container: `${c.place}发布`,
	issued: c.published,
	held: c.published,
	text: c.paragraphs,
});

/** The message of an account, pasted: whose and when on one line, who worked on it below. */
const pastedMessage: Maker = c => {
	const below = ['来源：某市融媒体中心', `编辑：${c.person.slice(0, 2)}内容审核：王小川值班主任：陈雨薇`, '阅读 10万+'];
	const line = `${c.place}发布 ${written(c.published, 'padded')} 15:23 海南`;
	return {
		name: 'message.docx',
		bytes: docx(centred(c.newsTitle) + plain([line, ...c.paragraphs, ...below])),
		expected: message(c),
	};
};

/** The same on a portal: account, day and place on lines of their own, a disclaimer below. */
const pastedPortal: Maker = c => {
	const above = [`${c.place}发布`, `${c.published} 09:22发布于山东某市广播电视台官方账号`, '+关注'];
	const below = ['免责声明：本内容来自平台创作者，不代表本网的观点和立场。', '举报'];
	return {
		name: 'portal.docx',
		bytes: docx(centred(c.newsTitle) + plain([...above, ...c.paragraphs, ...below])),
		expected: message(c),
	};
};

/** What a program that collects pages writes around a paper. */
const collected: Maker = c => {
	const text = [c.number, addressees, ...c.paragraphs, c.organ, written(c.signed)];
	const above = [
		`发布日期: ${c.published}`,
		'发布机构: 暂无',
		'分类:',
		'原文链接: https://example.com/a.html',
		'检索时间: 2026-02-03 13:11:03',
		'检索关键词: 测绘,卫星',
	];
	const below = ['【原文下载】', '[通知.pdf](/files/x/1.pdf )', '更新时间: 2026-01-26 11:25:38'];
	return {
		name: 'collected.md',
		bytes: utf8([`# ${c.paperTitle}`, ...above, '---', ...text, ...below].join('\n\n')),
		expected: paper(c, text),
	};
};

/** A page of a journal: its own lines, title, authors with signs of their workplaces, an abstract. */
const journalPrint: Maker = c => {
	const [first = '', ...others] = c.paragraphs;
	const text = [`【摘要】${first}`, '【关键词】治理；平台', ...others];
	const year = c.signed.slice(0, 4);
	const top: Placed[] = [
		{ text: `${c.place}研究${year}年8月第40卷第4期`, x: 90, y: 100, size: 8 },
		{ text: '工作探讨', x: 90, y: 115, size: 18 },
		{ text: c.newsTitle, x: 140, y: 145, size: 18 },
		{ text: '1 2', x: 290, y: 164, size: 6 },
		{ text: '李大为，王小川', x: 240, y: 176, size: 12 },
	];
	const [firstPage = [], ...rest] = typeset(text, { y: 210, byWidth: true });
	return {
		name: 'journal.pdf',
		bytes: pdf([[...top, ...firstPage], ...rest]),
		expected: {
			type: 'article-journal',
			title: c.newsTitle,
			author: '李大为；王小川',
			container: `${c.place}研究`,
			issue: '4',
			issued: year,
			text: [`${c.place}研究${year}年8月第40卷第4期`, '工作探讨', ...text],
		},
	};
};

/** A page of a government's site that a browser printed. */
const printedPage: Maker = c => {
	const text = [addressees, ...c.paragraphs, written(c.signed)];
	const site = ['关怀版 繁 EN 政务邮箱', '请输入您要搜索的关键字', '首页>政府信息公开目录>政策>文件'];
	const box = ['索引号：014500810/2025-00821', `发文机关：${c.organ}`, `文 号：${c.number}`, `成文日期：${c.signed}`];
	const below = ['网站地图 | 关于我们', '主办：某市人民政府办公室', '京ICP备00000000号-1'];
	const [first = [], ...rest] = typeset([...site, ...box], { y: 60, size: 10, indent: 0, leading: 18 });
	const body = typeset([...text, ...below], { y: 250, byWidth: true });
	return {
		name: 'printed.pdf',
		bytes: pdf([
			[...first, { text: c.paperTitle, x: 120, y: 215, size: 17 }, ...(body[0] ?? [])],
			...rest,
			...body.slice(1),
		]),
		expected: paper(c, text, { held: undefined }),
	};
};

/** The head of a page names the column of news, and the site of a source that is an organ. */
const newsColumn: Maker = c => ({
	name: 'news-column.html',
	bytes: html(
		'<title>新闻动态</title>',
		`${menu}<div class="crumb"><a href="/">首页</a> &gt; <a href="/n">新闻动态</a></div><h5>${c.newsTitle}</h5><div class="i">发布时间：${c.published} 来源：${c.place}市发展和改革委员会</div><div class="c">${p(c.paragraphs)}</div>${foot}`,
	),
	expected: { type: 'webpage', title: c.newsTitle, issued: c.published, held: c.published, text: c.paragraphs },
});

/** A law that was changed so often that its note takes many lines; a text has nothing else of it. */
const changedOften: Maker = c => {
	const title = `中华人民共和国${c.place}保护法`;
	const changes = ['四', '五', '六', '七', '八', '九'].map(
		(count, i) =>
			`200${i}年3月14日第九届全国人民代表大会常务委员会第${count}次会议通过的《中华人民共和国某修正案（${count}）》、`,
	);
	const note = [
		'（1979年7月1日第五届全国人民代表大会第二次会议通过　根据',
		...changes,
		`${written(c.signed)}第十届全国人民代表大会常务委员会第三次会议《关于修改部分法律的决定》修正）`,
	];
	const articles = c.paragraphs.map(
		(one, i) => `第${['一', '二', '三', '四', '五', '六', '七', '八', '九'][i] ?? '十'}条　${one}`,
	);
	return {
		name: 'changed-often.docx',
		bytes: docx(centred(title) + plain([...note, ...articles])),
		expected: {
			type: 'legislation',
			title,
			author: '全国人民代表大会',
			issued: c.signed,
			text: [...note, ...articles],
		},
	};
};

/** A law in a note of Markdown whose headings are underlined, below a way back to its list. */
const underlined: Maker = c => {
	const title = `中华人民共和国${c.place}保护法`;
	const note = `（${written(c.signed)}第十三届全国人民代表大会常务委员会第三次会议通过）`;
	const articles = c.paragraphs.map((one, i) => `第${'一二三四五六七八九'.charAt(i)}条　${one}`);
	const heading = (text: string) => `${text}\n------------`;
	const parts = ['[法律读本](../list) >> 2021-保护法', heading(title), note, heading('第一章　总则'), ...articles];
	return {
		name: 'underlined.md',
		bytes: utf8(parts.join('\n\n')),
		expected: {
			type: 'legislation',
			title,
			author: '全国人民代表大会常务委员会',
			issued: c.signed,
			text: [note, '第一章　总则', ...articles],
		},
	};
};

/** By the name that is printed. */
export const copyMakers: Readonly<Record<string, Maker>> = {
	'annex docx': annexWord,
	'broken title': brokenTitle,
	'day alone': dayAlone,
	'pasted message': pastedMessage,
	'pasted portal': pastedPortal,
	collected,
	'journal print': journalPrint,
	'printed page': printedPage,
	'news column': newsColumn,
	'changed often': changedOften,
	underlined,
};
