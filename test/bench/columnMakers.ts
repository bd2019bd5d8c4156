// Pages whose title of the window is only a column's; papers with their day below the title or beside the number;
// orders with office and name set apart; articles whose labels run into each other.

import { written } from './pageContent';
import { addressees, foot, html, menu, p, paper, paperText, share, type Maker } from './pageParts';

/** The window names a column; the title is a row of the box and two centred lines. */
const column: Maker = c => {
	const text = paperText(c);
	const cells = (label: string, value: string) => `<td><b>${label}：</b></td><td>${value}</td>`;
	const rows = [
		cells('发文机关', c.organ) + cells('成文日期', written(c.signed, 'padded')),
		cells('标　　题', c.paperTitle),
		cells('发文字号', c.number) + cells('发布日期', written(c.published, 'padded')),
		`${cells('主 题 词', '')}<td></td><td></td>`,
	];
	const lines = [c.paperTitle.slice(0, c.organ.length), c.paperTitle.slice(c.organ.length)];
	return {
		name: 'content.htm',
		bytes: html(
			'<title>政府信息公开专栏</title>',
			`<table>${rows.map(row => `<tr>${row}</tr>`).join('')}</table><div id="UCAP-CONTENT">${p(lines, '<p align="center">')}${p(text)}</div>`,
		),
		expected: paper(c, text),
	};
};

/** The window names a kind of page; the title stands above the text in a heading of the third level. */
const kindOfPage: Maker = c => {
	const text = paperText(c);
	return {
		name: 'show.html',
		bytes: html(
			'<title>文章详情</title>',
			`${menu}<h3>${c.paperTitle}</h3><div>发布日期：${c.published} 浏览次数：12</div>${share}<div class="main-txt">${p(text)}</div>${foot}`,
		),
		expected: paper(c, text),
	};
};

/** The day in brackets below the title; the editor in the head and at the end. */
const dayBelow: Maker = c => {
	const text = [`（${written(c.signed)}）`, ...c.paragraphs];
	return {
		name: 'content_3.htm',
		bytes: html(
			`<title>${c.paperTitle}_中国政府网</title><meta name="author" content="张维">`,
			`${menu}<h1>${c.paperTitle}</h1><div class="pages-date">${c.published} 19:50 来源： 新华社</div><div id="UCAP-CONTENT">${p(text)}</div><div>【我要纠错】责任编辑：张维</div>${foot}`,
		),
		expected: paper(c, text, { number: undefined }),
	};
};

/** An old paper: the day and the number share a line. */
const dayAndNumber: Maker = c => {
	const text = [`${written(c.signed)} ${c.number}`, addressees, ...c.paragraphs];
	return {
		name: 'old.html',
		bytes: html(
			`<title>${c.paperTitle}</title>`,
			`${menu}<h1>${c.paperTitle}</h1><div class="content">${p(text)}</div>`,
		),
		expected: paper(c, text, { held: undefined }),
	};
};

/** An article of a newspaper whose labels stand side by side with nothing between them. */
const gluedLabels: Maker = c => ({
	name: 'article.html',
	bytes: html(
		`<title>${c.newsTitle}</title>`,
		`${menu}<h1>${c.newsTitle}</h1><div>时间：${c.published}来源：${c.newspaper}作者：${c.person}浏览数：12次</div><div class="content">${p(c.paragraphs)}</div>${foot}`,
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

/** By the name that is printed. */
export const columnMakers: Readonly<Record<string, Maker>> = {
	column,
	'kind of page': kindOfPage,
	'day below': dayBelow,
	'day and number': dayAndNumber,
	'glued labels': gluedLabels,
};
