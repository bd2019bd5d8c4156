// What Word and its kin write where more than words of one paragraph change: paragraphs, rows, notes, remarks on several
// paragraphs. The XML has the forms that they write.
import { describe, expect, test } from 'vitest';
import { editsOf, movedBehind, returnedWord, type Proposal } from '../../../../src/app/word/returned';
import { Draft } from '../../../../src/core/draft/draft';
import { applyEdits } from '../../../../src/core/draft/edit';
import { openZip, zipOf } from '../../../../src/core/documents/office/zip';
import { paragraphText } from '../../../../src/core/word/manuscript';
import { readManuscript } from '../../../../src/core/word/read/read';
import { wordOf } from '../../../support/wordFile';

const who = 'w:author="王某" w:date="2024-03-18T09:00:00Z"';
const put = (words: string) => `<w:ins w:id="1" ${who}><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:ins>`;
const marked = (kind: string) => `<w:pPr><w:rPr><w:${kind} w:id="2" ${who}/></w:rPr></w:pPr>`;
const newParagraph = (words: string) => `<w:p>${marked('ins')}${put(words)}</w:p>`;

const text = `# 关于发展的意见

## 一、总体要求

要坚持创新驱动[^a]。要落实到位。

- 第一条措施
- 第二条措施

| 指标 | 数值 |
|---|---|
| 产值 | 一百 |
| 税收 |  |

结尾的话[^b]。

[^a]: 注文在此。
[^b]: 另一条注。
`;

/** What came back of the draft with its XML changed. */
async function back(change: (xml: string) => string, part = 'word/document.xml', more: Record<string, string> = {}) {
	const { bytes } = await wordOf(text);
	const zip = openZip(bytes);
	if (typeof zip === 'string') throw new Error(zip);
	const parts = new Map<string, Uint8Array>();
	for (const name of zip.names) {
		const found = zip.read(name);
		if (typeof found === 'string') throw new Error(found);
		parts.set(name, found);
	}
	const before = new TextDecoder().decode(parts.get(part));
	const after = change(before);
	expect(after, 'the XML to change is there').not.toBe(before);
	for (const [name, xml] of [[part, after], ...Object.entries(more)] as const)
		parts.set(name, new TextEncoder().encode(xml));
	const proposals = returnedWord(zipOf(parts), new Draft(text, 'markdown'))?.proposals ?? [];
	return { proposals, taken: applyEdits(text, editsOf(proposals)) };
}

/** The paragraph with words, as XML. */
const paragraph = (words: string) => new RegExp(`<w:p>(?:(?!</w:p>).)*${words}(?:(?!</w:p>).)*</w:p>`, 's');
const row = (words: string) => new RegExp(`<w:tr>(?:(?!</w:tr>).)*${words}(?:(?!</w:tr>).)*</w:tr>`, 's');
const behind = (words: string, xml: string) => (all: string) => all.replace(paragraph(words), found => found + xml);
const before = (words: string, xml: string) => (all: string) => all.replace(paragraph(words), found => xml + found);
/** A paragraph that is taken out with its end. */
const gone = (xml: string, kind: string) => {
	const runs = (found: string) =>
		`<w:${kind} w:id="3" ${who}>${found.replace(/w:t(?=[ >])/g, 'w:delText')}</w:${kind}>`;
	const end = `<w:rPr><w:${kind} w:id="4" ${who}/></w:rPr></w:pPr>`;
	const open = xml.includes('</w:pPr>') ? xml : xml.replace('<w:p>', '<w:p><w:pPr></w:pPr>');
	return open.replace(/<w:r>.*<\/w:r>/s, runs).replace('</w:pPr>', end);
};
const number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

/** The draft with the last proposal taken over first. */
function oneByOne(proposals: readonly Proposal[]): string {
	let [draft, left] = [text, proposals];
	for (let last = left.at(-1); last; last = left.at(-1)) {
		draft = applyEdits(draft, editsOf([last]));
		left = movedBehind(left, [last]);
	}
	return draft;
}

describe('paragraphs', () => {
	test.each<[string, (xml: string) => string, string, string]>([
		['behind another', behind('落实到位', newParagraph('新的一段')), '要落实到位。\n', '要落实到位。\n\n新的一段\n'],
		[
			'several',
			behind('落实到位', newParagraph('甲段') + newParagraph('乙段')),
			'到位。\n',
			'到位。\n\n甲段\n\n乙段\n',
		],
		['before a heading', before('总体要求', newParagraph('引言')), '## 一', '引言\n\n## 一'],
		['behind a table', before('结尾的话', newParagraph('表后')), '结尾的话', '表后\n\n结尾的话'],
		['at the end', behind('结尾的话', `<w:p>${put('末段')}</w:p>`), '[^b]。\n', '[^b]。\n\n末段\n'],
		[
			'an item',
			before('第二条', newParagraph('新措施').replace('<w:pPr>', `<w:pPr>${number}`)),
			'- 第二条',
			'- 新措施\n- 第二条',
		],
		[
			'moved in',
			behind('落实到位', newParagraph('移来').replaceAll('w:ins', 'w:moveTo')),
			'到位。\n',
			'到位。\n\n移来\n',
		],
	])('put in: %s', async (_, change, from, to) => {
		const { proposals, taken } = await back(change);
		expect(new Set(proposals.map(one => `${one.kind} ${one.author}`))).toEqual(new Set(['change 王某']));
		expect(oneByOne(proposals)).toBe(taken);
		expect(taken).toBe(text.replace(from, to));
	});

	test.each<[string, string, string]>([
		['a paragraph with its note', '结尾的话', '结尾的话[^b]。\n\n'],
		['a heading', '总体要求', '## 一、总体要求\n\n'],
		['an item', '第一条', '- 第一条措施\n'],
	])('taken out: %s', async (_, words, lost) => {
		for (const kind of ['del', 'moveFrom']) {
			const { proposals, taken } = await back(xml => xml.replace(paragraph(words), found => gone(found, kind)));
			expect(proposals.map(one => one.kind)).toEqual(['change']);
			expect(taken).toBe(text.replace(lost, '').replace(lost.includes('[^b]') ? '[^b]: 另一条注。\n' : '\u0000', ''));
		}
	});

	test('a number that is put in before a paragraph is none of its ends', async () => {
		const number = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="5" ${who}/></w:numPr>`;
		const { proposals } = await back(xml =>
			xml.replace(paragraph('落实到位'), found =>
				found.replace(/<\/w:pPr>|<w:p>/, open => (open === '<w:p>' ? `<w:p><w:pPr>${number}</w:pPr>` : number + open)),
			),
		);
		expect(proposals).toEqual([]);
	});
});

describe('tables', () => {
	const cells = ['就业', '三百'].map(words => `<w:tc>${newParagraph(words)}</w:tc>`).join('');
	const newRow = `<w:tr><w:trPr><w:ins w:id="6" ${who}/></w:trPr>${cells}</w:tr>`;

	test.each<[string, (xml: string) => string, string, string]>([
		['a row', xml => xml.replace(row('产值'), found => found + newRow), '| 一百 |\n', '| 一百 |\n| 就业 | 三百 |\n'],
		[
			'the first row',
			xml => xml.replace(row('指标'), found => found + newRow),
			'|---|---|\n',
			'|---|---|\n| 就业 | 三百 |\n',
		],
		[
			'a table',
			before('第一条', `<w:tbl>${newRow}${newRow}</w:tbl>`),
			'到位。\n',
			'到位。\n\n| 就业 | 三百 |\n|---|---|\n| 就业 | 三百 |\n',
		],
	])('put in: %s', async (_, change, from, to) => {
		const { proposals, taken } = await back(change);
		expect(proposals).toHaveLength(1);
		expect(taken).toBe(text.replace(from, to));
	});

	test('a row taken out goes with its line', async () => {
		const { taken } = await back(xml =>
			xml.replace(row('产值'), found =>
				found.replace(
					/<w:trPr>|<w:tr>/,
					open =>
						`${open === '<w:tr>' ? '<w:tr><w:trPr>' : open}<w:del w:id="7" ${who}/>${open === '<w:tr>' ? '</w:trPr>' : ''}`,
				),
			),
		);
		expect(taken).toBe(text.replace('| 产值 | 一百 |\n', ''));
	});

	test('words in a cell that was empty, and a second paragraph in one', async () => {
		const empty = /(税收.*?<w:tc>.*?<w:p>(?:<w:pPr>.*?<\/w:pPr>)?)(.*?)(<\/w:p>)/s;
		const { taken } = await back(xml =>
			xml.replace(empty, (_, open: string, inner: string, close: string) => open + inner + put('四百') + close),
		);
		expect(taken).toContain('| 税收 |四百  |');
		const second = await back(behind('产值', `<w:p>${put('（亿|元）')}</w:p>`));
		expect(second.taken).toContain('| 产值<br>（亿\\|元） | 一百 |');
	});
});

test('names of annexes, a number a line, have nothing to say when nothing was changed', async () => {
	const draft =
		'# 通知\n\n各区：\n\n正文在此。\n\n附件：1. 分工表\n2. 目录\n3. 名单\n\n某局\n2024年3月18日\n\n## 附件1\n\n# 分工表\n\n文字。\n';
	for (const layout of ['official', 'report'] as const) {
		const { bytes } = await wordOf(draft, { layout });
		expect(returnedWord(bytes, new Draft(draft, 'markdown'))?.proposals).toEqual([]);
	}
});

test('words inside a note of the draft change there', async () => {
	const { proposals, taken } = await back(
		xml => xml.replace(/(<w:t[^>]*>)注文在此。(<\/w:t><\/w:r>)/, `$1注文$2${put('就')}<w:r>$1在此。$2`),
		'word/footnotes.xml',
	);
	expect(proposals).toHaveLength(1);
	expect(taken).toBe(text.replace('注文在此', '注文就在此'));
});

test('a remark on several paragraphs covers them; one that is done says so', async () => {
	const comment = `<w:comment w:id="0" ${who}><w:p w14:paraId="0000AAAA"><w:r><w:t>一并考虑</w:t></w:r></w:p></w:comment>`;
	const { proposals } = await back(
		xml =>
			xml
				.replace(paragraph('第一条'), found => found.replace('<w:r>', '<w:commentRangeStart w:id="0"/><w:r>'))
				.replace(paragraph('第二条'), found =>
					found.replace('</w:p>', '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'),
				),
		'word/document.xml',
		{
			'word/comments.xml': `<w:comments>${comment}</w:comments>`,
			'word/commentsExtended.xml':
				'<w15:commentsEx><w15:commentEx w15:paraId="0000AAAA" w15:done="1"/></w15:commentsEx>',
		},
	);
	expect(proposals).toMatchObject([{ kind: 'remark', remark: '一并考虑', isDone: true }]);
	expect(text.slice(proposals[0]?.start, proposals[0]?.end)).toBe('第一条措施\n- 第二条措施');
});

describe('with nothing tracked', () => {
	const plain = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;

	test.each<[string, (xml: string) => string, string, string]>([
		['put in', behind('落实到位', plain('新的一段。')), '到位。\n', '到位。\n\n新的一段。\n'],
		['taken out', xml => xml.replace(paragraph('第一条'), ''), '- 第一条措施\n', ''],
		[
			'a row put in',
			xml => xml.replace(row('产值'), all => all + all.replace('产值', '出口')),
			'| 税收',
			'| 出口 | 一百 |\n| 税收',
		],
		['a row taken out', xml => xml.replace(row('产值'), ''), '| 产值 | 一百 |\n', ''],
	])('%s', async (_, change, from, to) => {
		const { proposals, taken } = await back(change);
		expect(proposals.map(({ kind }) => kind)).toEqual(['difference']);
		expect(taken).toBe(text.replace(from, to));
	});

	test('what moved is one change', async () => {
		const { proposals, taken } = await back(xml => {
			const [one = ''] = paragraph('落实到位').exec(xml) ?? [];
			return xml.replace(one, '').replace(paragraph('第二条'), all => all + one);
		});
		expect(proposals).toMatchObject([{ kind: 'difference', isMoved: true }]);
		const words = '要坚持创新驱动[^a]。要落实到位。';
		expect(taken).toBe(text.replace(`${words}\n\n`, '').replace('第二条措施\n', `第二条措施\n\n${words}\n`));
	});

	test.each([
		['some', '注文在此。', '注文在这里。'],
		['all', '注文在此。', '完全不同的一句话'],
	])('%s words inside a note', async (_, from, to) => {
		const { proposals, taken } = await back(xml => xml.replace(from, to), 'word/footnotes.xml');
		expect(proposals.every(({ kind }) => kind === 'difference')).toBe(true);
		expect(proposals).not.toEqual([]);
		expect(taken).toBe(text.replace(from, to));
	});

	test('words inside a note beside a change that was tracked', async () => {
		const { proposals, taken } = await back(
			xml => xml.replace(/(<w:t[^>]*>)注文在此。(<\/w:t><\/w:r>)/, `$1注文$2${put('就')}<w:r>$1在此地。$2`),
			'word/footnotes.xml',
		);
		expect(proposals.map(({ kind }) => kind)).toEqual(['change', 'difference']);
		expect(taken).toBe(text.replace('注文在此', '注文就在此地'));
	});

	test.each(['五成 50\\% 有别', '见<https://example.org/x>。', '寄<a@example.org>。', '甲\\&乙\\:丙', '**重**点`码`'])(
		'%s reaches Word as it is meant, in the text and in a note',
		async words => {
			const draft = `# 题\n\n正文${words}在此[^a]。\n\n[^a]: 注文${words}在此。\n`;
			const { bytes } = await wordOf(draft);
			expect(returnedWord(bytes, new Draft(draft, 'markdown'))?.proposals).toEqual([]);
		},
	);

	test('a note that an export has written otherwise is no change', async () => {
		const { proposals } = await back(xml => xml.replace('注文在此。', '同1：5.'), 'word/footnotes.xml');
		expect(proposals).toEqual([]);
		const reference = '王某. 新质生产力概论[M]. 北京: 人民出版社, 2023.';
		const draft = `甲[^a]。\n\n[^a]: ${reference}\n`;
		const { bytes } = await wordOf(draft.replace(reference, '王某. 新质生产力概论[M]. 北京：人民出版社，2023.'));
		expect(returnedWord(bytes, new Draft(draft, 'markdown'))?.proposals).toEqual([]);
	});

	test('a file of another draft is not told of paragraph by paragraph', async () => {
		const { bytes } = await wordOf('# 另一篇\n\n全然不同的甲。\n\n别的事情乙。\n');
		expect(returnedWord(bytes, new Draft(text, 'markdown'))?.proposals).toEqual([]);
	});

	test('what an export writes of its own, or in other lines, is no change', async () => {
		const draft = `---
title: 报告
subtitle: 征求意见稿
author: 某局
date: 2024-03-08
发文字号: 某发〔2024〕1号
---

某发〔2024〕1号

各区：

正文在此。

![图1 路线](none.png)

\`\`\`js
const a = 1;
const b = 2;
\`\`\`

甲  
乙
`;
		for (const layout of ['official', 'report'] as const) {
			const { bytes } = await wordOf(draft, { layout });
			expect(returnedWord(bytes, new Draft(draft, 'markdown'))?.proposals).toEqual([]);
		}
	});
});

test('paragraphs put in are text, whatever they begin with', async () => {
	const words = [
		'# 新',
		'- 新',
		'1. 新',
		'&gt; 新',
		'    新',
		'===',
		'~~~',
		'[^a]: 新',
		'| 新 |',
		'&lt;b&gt;新',
		'&amp;amp;',
	];
	const { taken } = await back(behind('要坚持', words.map(newParagraph).join('')));
	const read = readManuscript(new Draft(taken, 'markdown')).blocks.map(block => paragraphText(block));
	const plain = words.map(one =>
		one.replace('&gt;', '>').replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&').trim(),
	);
	expect(read.filter(line => plain.includes(line))).toEqual(plain);
});
