// Pages and files that say little of themselves, or say it where others do not: a head that only names the newspaper or
// the site, a box in Markdown, an author above a short text, the name of a login, lists, a sheet of figures.

import { docx, paragraph } from '../support/archive';
import { pdf, typeset } from '../support/pdf';
import { written, type Content } from './pageContent';
import { addressees, foot, html, menu, p, paper, paperText, utf8, type Expected, type Maker } from './pageParts';

const printed = (c: Content): Expected => ({
	type: 'article-newspaper',
	title: c.newsTitle,
	author: c.person,
	container: c.newspaper,
	issued: c.published,
	page: '9',
	text: c.paragraphs,
});

/** An e-paper whose window is called as the newspaper. */
const namedAsPaper: Maker = c => ({
	name: 'nw.D2.htm',
	bytes: html(
		`<title>${c.newspaper}</title>`,
		`<div class="lai">《 ${c.newspaper} 》（ ${written(c.published, 'padded')}   第 09 版）</div><div class="article"><h1>${c.newsTitle}</h1><p class="sec">本报记者 ${c.person}</p>${p(c.paragraphs)}</div>`,
	),
	expected: printed(c),
});

/** The same as a digital edition, whose line has no title marks. */
const digitalEdition: Maker = c => ({
	name: 'content_12.html',
	bytes: html(
		`<title>${c.newspaper}数字报</title>`,
		`<div>${c.newspaper} ${written(c.published, 'padded')} 第09版</div><div class="article"><h1>${c.newsTitle}</h1><p class="sec">本报记者 ${c.person}</p>${p(c.paragraphs)}</div>`,
	),
	expected: { ...printed(c), held: c.published },
});

/** A government's page whose window is called as the government. */
const namedAsOrgan: Maker = c => {
	const text = paperText(c);
	return {
		name: 'post_1.html',
		bytes: html(
			`<title>${c.place}市人民政府</title>`,
			`${menu}<h1>${c.paperTitle}</h1><div>发布日期：${c.published}</div><div class="article-content">${p(text)}</div>${foot}`,
		),
		expected: paper(c, text),
	};
};

/** A notice whose organ only the head of the page names; it has neither number nor signature. */
const sourceInHead: Maker = c => {
	const text = [addressees, ...c.paragraphs];
	const title = `关于印发《${c.place}市${c.matter.slice(2)}办法》的通知`;
	return {
		name: 't2024_2.html',
		bytes: html(
			`<title>${title}</title><meta name="SiteName" content="${c.organ}"><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${c.published} 10:22"><meta name="ContentSource" content="${c.organ}"><meta name="Author" content="admin">`,
			`<div class=article><h1>${title}</h1>${p(text)}</div>`,
		),
		expected: { type: 'legislation', title, author: c.organ, held: c.published, text },
	};
};

const box = (c: Content): readonly (readonly [string, string])[] => [
	['发文机关：', c.organ],
	['发文字号：', c.number],
	['成文日期：', written(c.signed)],
];

const boxed = (c: Content): Expected => ({
	...paper(c, [addressees, ...c.paragraphs]),
	title: `${c.matter}的通知`,
	held: undefined,
});

/** A box as a table of Markdown. */
const boxMarkdown: Maker = c => {
	const [head = ['', ''], ...rows] = box(c).map(([label, value]) => `${label} | ${value} |`);
	const lines = [
		`# ${c.matter}的通知`,
		'',
		head,
		'--- | --- |',
		...rows,
		'',
		addressees,
		'',
		c.paragraphs.join('\n\n'),
	];
	return { name: 'box.md', bytes: utf8(lines.join('\n')), expected: boxed(c) };
};

/** The same rows without a table around them. */
const boxLines: Maker = c => {
	const rows = box(c).map(([label, value]) => `${label}${value}`);
	const lines = [`# ${c.matter}的通知`, rows.join('\n'), addressees, ...c.paragraphs];
	return { name: 'lines.md', bytes: utf8(lines.join('\n\n')), expected: boxed(c) };
};

/** An article of two sentences with its author above. */
const shortText: Maker = c => {
	const text = ['牧区道路里程长、车流少，养护经费一直是难题。', '本文讨论县乡两级的分担办法。'];
	const mark = c.paragraphs.length % 2 === 0 ? '\n\n' : '\n';
	return {
		name: 'short.txt',
		bytes: utf8([c.newsTitle, c.person, ...text, '（《城市研究》2024年第6期）'].join(mark)),
		expected: {
			type: 'article-journal',
			title: c.newsTitle,
			author: c.person,
			container: '城市研究',
			issued: '2024',
			issue: '6',
			text,
		},
	};
};

const reporter: Maker = c => ({
	name: 'reporter.txt',
	bytes: utf8([c.newsTitle, `本报记者 ${c.person}`, ...c.paragraphs].join('\n\n')),
	expected: { type: 'document', title: c.newsTitle, author: c.person, text: c.paragraphs },
});

const authorStyle = {
	'word/styles.xml': '<w:styles xmlns:w="w"><w:style w:styleId="Author"><w:name w:val="Author"/></w:style></w:styles>',
};

/** A Word file with a line in the style of authors: the name of a login above a paper. */
const loginDocx: Maker = c => {
	const text = paperText(c).filter(line => line !== c.number);
	return {
		name: 'login.docx',
		bytes: docx(
			paragraph('zhangsan-pc', '<w:pStyle w:val="Author"/>') +
				[c.paperTitle, c.number, ...text].map(one => paragraph(one)).join(''),
			authorStyle,
		),
		expected: paper(c, [c.number, ...text], { held: undefined }),
	};
};

/** The same with a person's name, below the title. */
const namedDocx: Maker = c => ({
	name: 'named.docx',
	bytes: docx(
		paragraph(c.newsTitle, '<w:jc w:val="center"/>') +
			paragraph(c.person, '<w:pStyle w:val="Author"/><w:jc w:val="center"/>') +
			c.paragraphs.map(one => paragraph(one)).join(''),
		authorStyle,
	),
	expected: { type: 'document', title: c.newsTitle, author: c.person, text: c.paragraphs },
});

/** A short PDF whose program has set the name of a login above the paper. */
const loginPdf: Maker = c => {
	const text = [c.number, addressees, ...c.paragraphs.slice(0, 2), c.organ, written(c.signed)];
	const [first = [], ...rest] = typeset(text, { indent: 0, byWidth: true });
	return {
		name: 'login.pdf',
		bytes: pdf(
			[
				[{ text: 'zhangsan-pc', x: 250, y: 60, size: 12 }, { text: c.paperTitle, x: 90, y: 90, size: 14 }, ...first],
				...rest,
			],
			{ info: { Author: 'zhangsan-pc' } },
		),
		expected: paper(c, text, { held: undefined }),
	};
};

/** Lists as editors of the web write them: their numbers are the browser's. */
const listPage: Maker = c => {
	const [first = '', second = '', ...others] = c.paragraphs;
	return {
		name: 'list.html',
		bytes: html(
			`<title>${c.newsTitle}</title>`,
			`<h1>${c.newsTitle}</h1><div class="article-content"><p>${first}</p><ol><li>${first}</li><li><p>${second}</p></li></ol><ul>${others.map(one => `<li>${one}</li>`).join('')}</ul></div>`,
		),
		expected: {
			type: 'webpage',
			title: c.newsTitle,
			text: [first, `1. ${first}`, `2. ${second}`, ...others],
		},
	};
};

/** The same in Markdown, the items right below each other. */
const listMarkdown: Maker = c => {
	const [first = '', second = '', ...others] = c.paragraphs;
	const lines = [
		`# ${c.newsTitle}`,
		'',
		first,
		'',
		`1. ${first}`,
		`2. ${second}`,
		'',
		...others.map(one => `- ${one}`),
	];
	return {
		name: 'list.md',
		bytes: utf8(lines.join('\n')),
		expected: {
			type: 'document',
			title: c.newsTitle,
			text: [first, `1. ${first}`, `2. ${second}`, ...others],
		},
	};
};

/** A sheet of figures. */
const figures: Maker = c => {
	const year = c.signed.slice(0, 4);
	const rows = ['粮食', '油料', '蔬菜'].map((name, i) => [name, '万吨', String(c.paragraphs.length * 17 + i)]);
	const title = `${c.place}市主要农产品产量`;
	return {
		name: 'figures.csv',
		bytes: utf8([title, `产品,单位,${year}年`, ...rows.map(row => row.join(','))].join('\r\n')),
		expected: { type: 'document', title, text: [`产品 | 单位 | ${year}年`, ...rows.map(row => row.join(' | '))] },
	};
};

/** A name with its newspaper below the title, the hour on a line of its own; a list of others below the disclaimer. */
const nameAndPaper: Maker = c => {
	const others = ['另一件事的标题，比这篇长', '又一件事的标题', ...c.paragraphs.toReversed()];
	return {
		name: 'newsDetail_1.html',
		bytes: html(
			`<title>${c.newsTitle}</title>`,
			`${menu}<h1>${c.newsTitle}</h1><div class="about"><p>${c.person}/${c.newspaper}</p><p>${c.published} 09:10</p></div><div class="txt">${p(c.paragraphs)}<p>声明：本站力求信息真实，内容仅供参考，据此操作风险自担。</p><p>为你推荐</p><ul>${others.map(text => `<li>${text}</li>`).join('')}</ul></div>${foot}`,
		),
		expected: {
			type: 'article-newspaper',
			title: c.newsTitle,
			author: c.person,
			container: c.newspaper,
			held: c.published,
			text: c.paragraphs,
		},
	};
};

/** Every such maker, by the name that is printed. */
export const sparseMakers: Readonly<Record<string, Maker>> = {
	'named as paper': namedAsPaper,
	'digital edition': digitalEdition,
	'named as organ': namedAsOrgan,
	'source in head': sourceInHead,
	'box md': boxMarkdown,
	'box lines md': boxLines,
	'short txt': shortText,
	'reporter txt': reporter,
	'login docx': loginDocx,
	'named docx': namedDocx,
	'login pdf': loginPdf,
	'list html': listPage,
	'list md': listMarkdown,
	'figures csv': figures,
	'name and paper': nameAndPaper,
};
