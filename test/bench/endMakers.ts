// Pages that end in what is easily taken for the page around them: tables, lists, signatures, annexes, the bench of a
// court; most of them short, and in elements of no known name.

import { written, type Content } from './pageContent';
import { foot, html, menu, p, type Expected, type Maker } from './pageParts';

const districts = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];

/** A table of figures, and its rows as they must come in. */
function tableOf(c: Content): { readonly table: string; readonly rows: readonly string[] } {
	const cells = districts.slice(0, c.paragraphs.length).map((name, i) => [`${name}区`, `${i + 1}.5`]);
	const rows = [['区县', '增速（%）'], ...cells];
	const body = rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('');
	return { table: `<table border=1>${body}</table>`, rows: rows.map(row => row.join(' | ')) };
}

const statistics = (c: Content) => `${c.place}市主要经济指标`;

/** A sentence or two, then the table; with `lists` lists behind it. */
const tableLast =
	(lists: boolean): Maker =>
	c => {
		const { table, rows } = tableOf(c);
		const text = c.paragraphs.slice(0, 1);
		const list = lists ? '<ul><li>第一项<ul><li>子项</li></ul></li></ul><ol><li>步骤一</li></ol>' : '';
		const title = statistics(c);
		return {
			name: 'table-last.html',
			bytes: html(`<title>${title}</title>`, `${menu}<h1>${title}</h1><div>${p(text)}${table}${list}</div>${foot}`),
			expected: {
				type: 'webpage',
				title,
				text: [...text, ...rows, ...(lists ? ['第一项', '子项', '1. 步骤一'] : [])],
			},
		};
	};

/** A table with a note, and no sentence besides. */
const tableAlone: Maker = c => {
	const { table, rows } = tableOf(c);
	const title = statistics(c);
	const note = '注：本表为快报数。';
	return {
		name: 'table-alone.html',
		bytes: html(`<title>${title}</title>`, `${menu}<h1>${title}</h1><div>${table}<p>${note}</p></div>${foot}`),
		expected: { type: 'webpage', title, text: [...rows, note] },
	};
};

const notice = (c: Content, title: string, text: readonly string[]): Expected => ({
	type: 'legislation',
	title,
	author: c.organ,
	number: c.number,
	issued: c.signed,
	text,
});

/** An announcement of one sentence. */
const shortNotice: Maker = c => {
	const title = `${c.organ}关于停水的公告`;
	const text = [c.number, '因管网改造，停水一天。', '特此公告。', c.organ, written(c.signed)];
	return {
		name: 'short-notice.html',
		bytes: html(`<title>公告</title>`, `${menu}<h1>${title}</h1><div class=c>${p(text)}</div>${foot}`),
		expected: notice(c, title, text),
	};
};

/** A notice with its annexes, in an element or in none. */
const annexes =
	(open: string, close: string): Maker =>
	c => {
		const { table, rows } = tableOf(c);
		const head = [c.number, '各区县教育局（教体局）：', '为做好有关工作，现将有关事项通知如下。', '一、按时报送材料。'];
		const signed = ['附件：1.推荐表', '2.评选条件', c.organ, written(c.signed), '附件1', '推荐表'];
		const behind = ['地址：　邮编：　电话：', '附件2', '评选条件', '从业十五年以上。'];
		const title = `${c.organ}关于开展评选工作的通知`;
		return {
			name: 'annexes.html',
			bytes: html(
				`<title>${title}</title>`,
				`${menu}<h1>${title}</h1>${open}${p(head)}${p(signed)}${table}${p(behind)}${close}${foot}`,
			),
			expected: notice(c, title, [...head, ...signed, ...rows, ...behind]),
		};
	};

/** The ruling of a court, each line a division. */
const ruling: Maker = c => {
	const title = `某甲与某乙买卖合同纠纷一审民事判决书`;
	const court = `${c.place}市中级人民法院`;
	const number = `（${c.signed.slice(0, 4)}）东01民初${c.paragraphs.length}号`;
	const text = [
		court,
		'民 事 判 决 书',
		number,
		'原告某甲与被告某乙买卖合同纠纷一案，本院受理后，依法公开开庭进行了审理。',
		'判决如下：',
		'驳回原告的诉讼请求。',
		'审判长　张伟',
		'审判员　李娜',
		written(c.signed, 'numerals'),
		'书记员　陈静',
	];
	return {
		name: 'ruling.html',
		bytes: html(
			`<title>${title} - 文书网</title>`,
			`${menu}<div>${title}</div><div class="box">${text.map(line => `<div>${line}</div>`).join('')}</div>${foot}`,
		),
		expected: { type: 'legal_case', title, author: court, number, issued: c.signed, text },
	};
};

/** Every such maker, by the name that is printed. */
export const endMakers: Readonly<Record<string, Maker>> = {
	'table last': tableLast(false),
	'lists last': tableLast(true),
	'table alone': tableAlone,
	'short notice': shortNotice,
	annexes: annexes('<div class=con>', '</div>'),
	'annexes bare': annexes('', ''),
	ruling,
};
