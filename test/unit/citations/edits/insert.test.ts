// Edits that put a citation into a draft: what stands there afterwards, where the cursor is, and that nothing else changed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import type { DraftLanguage } from '../../../../src/core/citations/edits/escape';
import {
	planInsertion,
	type Cited,
	type Form,
	type InsertOptions,
	type Insertion,
} from '../../../../src/core/citations/edits/insert';
import type { Citation, Source } from '../../../../src/core/corpus/records';
import { insideNotes } from '../../../../src/core/citations/edits/insideNotes';
import { applyEdits } from '../../../../src/core/draft/edit';

const source: Source = {
	id: 'jinguanping-2024',
	type: 'article-newspaper',
	title: '坚持科技创新和产业创新一起抓',
	author: [{ literal: '金观平' }],
	'container-title': '经济日报',
	issued: '2024-02-14',
	page: '1',
};
const reference = '金观平. 坚持科技创新和产业创新一起抓[N]. 经济日报，2024-02-14（1）.';
const citation: Citation = {
	id: 'core',
	kind: 'quotation',
	text: '抓“三新”，是发展新质生产力的核心要素。',
	speaker: '习近平',
	date: '2024-01-31',
	occasion: '集体学习',
	source: source.id,
};
const label = '[^jinguanping-2024]';

/** The draft after the edits, applied from the end so that offsets hold. */
function apply(draft: string, plan: Pick<Insertion, 'edits'>): string {
	return [...plan.edits]
		.reverse()
		.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), draft);
}

/** Inserts where `|` stands, and shows where the cursors are then. */
function insert(
	marked: string,
	form: Form,
	language: DraftLanguage = 'markdown',
	what: Cited = { source },
	options?: InsertOptions,
): string {
	const offsets: number[] = [];
	const draft = marked.replace(/\|/g, (_, at: number) => (offsets.push(at - offsets.length), ''));
	const plan = planInsertion(new Draft(draft, language), offsets, what, form, options);
	return [...plan.cursors]
		.sort((a, b) => b - a)
		.reduce((text, at) => `${text.slice(0, at)}|${text.slice(at)}`, apply(draft, plan));
}

describe('footnotes in Markdown', () => {
	test.each([
		[
			'the first definition stands at the end behind a blank line',
			'发展|。\n',
			`发展${label}|。\n\n${label}: ${reference}\n`,
		],
		['no line end at the end, none added', '发展|。', `发展${label}|。\n\n${label}: ${reference}`],
		['at the very end', '发展。|', `发展。${label}|\n\n${label}: ${reference}`],
		['in an empty draft', '|', `${label}|\n\n${label}: ${reference}`],
		[
			'with the others, behind the last',
			'甲[^a]，乙|。\n\n[^a]: 甲\n\n尾段。\n',
			`甲[^a]，乙${label}|。\n\n[^a]: 甲\n${label}: ${reference}\n\n尾段。\n`,
		],
		[
			'behind the further lines of a definition',
			'乙|。\n\n[^a]: 甲\n    续行\n\n    又一段\n\n尾段。',
			`乙${label}|。\n\n[^a]: 甲\n    续行\n\n    又一段\n${label}: ${reference}\n\n尾段。`,
		],
		[
			'a definition that is there is used again',
			`甲${label}，乙|。\n\n${label}: ${reference}\n`,
			`甲${label}，乙${label}|。\n\n${label}: ${reference}\n`,
		],
		['whatever its capitals', '乙|。\n\n[^JinGuanping-2024]: 手写\n', `乙${label}|。\n\n[^JinGuanping-2024]: 手写\n`],
		[
			'what code shows is no definition',
			`乙|。\n\n\`\`\`\n${label}: x\n\`\`\`\n`,
			`乙${label}|。\n\n\`\`\`\n${label}: x\n\`\`\`\n\n${label}: ${reference}\n`,
		],
		[
			'code that is never closed does not swallow it',
			'乙|。\n\n```\nx\n\ny\n',
			`乙${label}|。\n\n${label}: ${reference}\n\n\`\`\`\nx\n\ny\n`,
		],
		['CRLF stays CRLF', '甲。\r\n乙|。\r\n', `甲。\r\n乙${label}|。\r\n\r\n${label}: ${reference}\r\n`],
		['several cursors, one definition', '甲|。乙|。\n', `甲${label}|。乙${label}|。\n\n${label}: ${reference}\n`],
		['behind an emoji and a rare character', '😀𠮷|。', `😀𠮷${label}|。\n\n${label}: ${reference}`],
		['behind an address', '见 https://example.org/a|', `见 https://example.org/a ${label}|\n\n${label}: ${reference}`],
		['in a block quote, the definition outside', '> 甲|\n\n乙\n', `> 甲${label}|\n\n乙\n\n${label}: ${reference}\n`],
	])('%s', (_, before, after) => expect(insert(before, 'footnote')).toBe(after));

	test('a place cited is part of the label', () => {
		expect(insert('甲|', 'footnote', 'markdown', { source }, { locator: { paragraph: 3 } })).toBe(
			`甲[^jinguanping-2024-p3]|\n\n[^jinguanping-2024-p3]: 金观平. 坚持科技创新和产业创新一起抓[N]. 经济日报，2024-02-14（1）：第3段.`,
		);
	});

	test('the 2015 edition', () => {
		expect(insert('甲|', 'footnote', 'markdown', { source }, { edition: '2015' })).toContain(
			'经济日报, 2024-02-14(1).',
		);
	});

	test('nothing in a title acts as markup', () => {
		const title = '*甲*_乙_`丙`<b onclick=x>丁$x$[链接](command:x) [^a] \\';
		const text = insert('|', 'footnote', 'markdown', { source: { ...source, title } })
			.split('\n')
			.at(-1);
		expect(text).toContain('\\*甲\\*\\_乙\\_\\`丙\\`丁\\$x\\$[链接\\](command:x) \\[^a] \\\\');
	});
});

describe('within a note, where no other can stand', () => {
	const key = '[@jinguanping-2024]';

	test.each<[string, string, string]>([
		['pandoc\u2019s note in the text', '甲^[参见|]。', `甲^[参见${key}|]。`],
		['brackets in it', '甲^[参见[某页](a.md)|，下同]。', `甲^[参见[某页](a.md)${key}|，下同]。`],
		['a definition', '甲[^1]。\n\n[^1]: 参见|\n', `甲[^1]。\n\n[^1]: 参见${key}|\n`],
		['its second paragraph', '甲[^1]。\n\n[^1]: 乙。\n\n    丙|。\n', `甲[^1]。\n\n[^1]: 乙。\n\n    丙${key}|。\n`],
		['a definition in a quotation', '> 甲[^1]。\n>\n> [^1]: 参见|\n', `> 甲[^1]。\n>\n> [^1]: 参见${key}|\n`],
		['behind another key', '甲^[参见 [@a]|]。', `甲^[参见 [@a; @jinguanping-2024]|]。`],
		['one that is being written', '甲^[参见|\n\n乙。\n', `甲^[参见${key}|\n\n乙。\n`],
		['one that is being written at the end', '甲^[参见|', `甲^[参见${key}|`],
		[
			'behind the paragraph of one that nothing closes',
			'甲^[参见\n\n乙|\n',
			`甲^[参见\n\n乙${label}|\n\n${label}: ${reference}\n`,
		],
		['behind a note', '甲^[参见]|。\n', `甲^[参见]${label}|。\n\n${label}: ${reference}\n`],
	])('%s', (_, before, after) => expect(insert(before, 'footnote')).toBe(after));

	test('LaTeX, which may have no list of keys, has the reference', () => {
		expect(insert('甲\\footnote{参见|}。', 'footnote', 'latex')).toBe(`甲\\footnote{参见${reference}|}。`);
		expect(insert('甲\\footnote{参见}|。', 'footnote', 'latex')).toBe(`甲\\footnote{参见}\\footnote{${reference}}|。`);
	});

	test.each([
		'\\footnote[3]{参见|}。',
		'\\footnotetext{参见|}。',
		'\\footnotetext[2]{参见|}。',
		'\\thanks{参见|}。',
		'\\endnote {参见|}。',
		'\\marginpar{参见|}。',
		'\\footnote{\\emph{参见|}}。',
		'\\footnote{一\\footnote{二}|}。',
		'\\footnote{参见|',
		'\\\\\\thanks{参见|}',
	])('LaTeX has notes of several names: %s', written => {
		const [before = '', behind = ''] = written.split('|');
		expect(insert(`甲${written}`, 'footnote', 'latex')).toBe(`甲${before}${reference}|${behind}`);
	});

	test.each(['\\footnotemark[3]|。', '\\footnotesize{小字|}。', '\\\\footnote{字|}。', '\\footnote{一\n\n二|'])(
		'LaTeX: no note: %s',
		written => {
			const [before = '', behind = ''] = written.split('|');
			expect(insert(written, 'footnote', 'latex')).toBe(`${before}\\footnote{${reference}}|${behind}`);
		},
	);

	test('of several cursors each has its own', () =>
		expect(insert('甲|^[参见|]。\n', 'footnote')).toBe(`甲${label}|^[参见${key}|]。\n\n${label}: ${reference}\n`));

	test('the words of a quotation have the key behind them', () =>
		expect(insert('甲^[参见|]。', 'quotation', 'markdown', { source, citation })).toContain(`”${key}|]。`));
});

describe('other forms', () => {
	test.each<[Form, DraftLanguage, string, string]>([
		['pandoc', 'markdown', '发展|。', '发展[@jinguanping-2024]|。'],
		['note', 'markdown', '发展|。', '发展（《经济日报》2024年2月14日）|。'],
		['note', 'markdown', '甲,乙:丙,发展|。', '甲,乙:丙,发展(《经济日报》2024年2月14日)|。'],
		['note', 'plaintext', '发展|。', '发展（《经济日报》2024年2月14日）|。'],
		['footnote', 'latex', '发展|。', `发展\\footnote{${reference}}|。`],
		['pandoc', 'latex', '发展|。', '发展\\cite{jinguanping-2024}|。'],
		['numeric', 'tex', '发展|。', '发展\\cite{jinguanping-2024}|。'],
		['footnote', 'plaintext', '发展|。\n', `发展[1]|。\n\n参考文献\n[1] ${reference}\n`],
		[
			'pandoc',
			'plaintext',
			'甲[1]。发展|。\n\n参考文献：\n[1] 甲.\n\n附件',
			`甲[1]。发展[2]|。\n\n参考文献：\n[1] 甲.\n[2] ${reference}\n\n附件`,
		],
		[
			'numeric',
			'plaintext',
			`发展|。\n参考文献\n[1] 甲.\n[2] ${reference}`,
			`发展[2]|。\n参考文献\n[1] 甲.\n[2] ${reference}`,
		],
		[
			'numeric',
			'plaintext',
			'甲[1]。乙[2]。|丙[3]，2024年版[2024]\n\n参考文献\n[1] 甲.',
			`甲[1]。乙[2]。[4]|丙[3]，2024年版[2024]\n\n参考文献\n[1] 甲.\n[4] ${reference}`,
		],
		['numeric', 'plaintext', '甲[1]。乙[2]。|', `甲[1]。乙[2]。[3]|\n\n参考文献\n[3] ${reference}`],
		['numeric', 'markdown', '发展|。', `发展[1]|。\n\n## 参考文献\n\n[1] ${reference}`],
	])('%s in %s: %s', (form, language, before, after) => expect(insert(before, form, language)).toBe(after));

	test('a key directly behind others goes into their brackets', () => {
		expect(insert('甲[@a, 第3段]|。', 'pandoc')).toBe('甲[@a, 第3段; @jinguanping-2024]|。');
		expect(insert('甲[@a]|', 'pandoc', 'markdown', { source }, { locator: { page: '5' } })).toBe(
			'甲[@a; @jinguanping-2024, 第5页]|',
		);
		expect(insert('甲[a]|', 'pandoc')).toBe('甲[a][@jinguanping-2024]|');
	});

	test('a key with spaces stands in braces for pandoc', () =>
		expect(insert('|', 'pandoc', 'markdown', { source: { ...source, id: 'Smith 2020' } })).toBe('[@{Smith 2020}]|'));

	test('a place in pandoc and LaTeX', () => {
		expect(insert('|', 'pandoc', 'markdown', { source }, { locator: { paragraph: 3 } })).toBe(
			'[@jinguanping-2024, 第3段]|',
		);
		expect(insert('|', 'pandoc', 'latex', { source }, { locator: { page: '12' } })).toBe(
			'\\cite[第12页]{jinguanping-2024}|',
		);
	});

	test('what is special in TeX is written out', () => {
		expect(insert('|', 'footnote', 'latex', { source: { ...source, title: '50%_#{$}&~^\\' } })).toContain(
			'50\\%\\_\\#\\{\\$\\}\\&\\textasciitilde{}\\textasciicircum{}\\textbackslash{}',
		);
	});
});

describe('quotations', () => {
	const words = (marked: string, language: DraftLanguage = 'markdown', what: Citation = citation) =>
		insert(marked, 'quotation', language, { citation: what, source }).split('\n')[0];
	test.each([
		['in marks, its own quotation marks inside', '他说：|', `他说：“抓‘三新’，是发展新质生产力的核心要素。”${label}|`],
		['no full stop twice', '他说：|。', `他说：“抓‘三新’，是发展新质生产力的核心要素”${label}|。`],
		[
			'the marks of the draft',
			'「甲」说「乙」：|',
			`「甲」说「乙」：「抓『三新』，是发展新质生产力的核心要素。」${label}|`,
		],
		['half-width marks', '甲,乙:丙,他说:|', `甲,乙:丙,他说:“抓‘三新’,是发展新质生产力的核心要素。”${label}|`],
		['between marks that are there', '他说：“|”。', `他说：“抓‘三新’，是发展新质生产力的核心要素”${label}|。`],
		['behind a mark that is open', '他说：“|', `他说：“抓‘三新’，是发展新质生产力的核心要素。”${label}|`],
	])('%s', (_, before, after) => expect(words(before)).toBe(after));

	test('a point is in our words and gets no marks', () =>
		expect(words('|', 'markdown', { ...citation, kind: 'point', text: '要防止一哄而上。' })).toBe(
			`要防止一哄而上。${label}|`,
		));
	test('in LaTeX with a footnote', () =>
		expect(words('他说：|', 'latex')).toBe(`他说：“抓‘三新’，是发展新质生产力的核心要素。”\\footnote{${reference}}|`));
	test('a source without words gives its footnote and says so', () => {
		const plan = planInsertion(new Draft('甲', 'markdown'), [1], { source }, 'quotation');
		expect([plan.problems, plan.edits[0]?.text.startsWith(label)]).toEqual([[{ code: 'noWords', offset: 1 }], true]);
	});
});

describe('where nothing may be put', () => {
	test.each<[string, string, DraftLanguage]>([
		['code', '`a|b`', 'markdown'],
		['a fence', '```\na|\n```', 'markdown'],
		['an empty line of a fence', '```\n|\n```', 'markdown'],
		['front matter', '---\ntitle: |a\n---\n', 'markdown'],
		['a comment', '<!-- a| -->', 'markdown'],
		['a label', '甲[^a|b]。', 'markdown'],
		['before a definition', '|[^a]: 甲', 'markdown'],
		['before its colon', '[^a]|: 甲', 'markdown'],
		['an address', '见 https://exa|mple.org', 'markdown'],
		['a key with words before it', '[参见 @wang|-2023]', 'markdown'],
		['a group of keys', '[参见 @wang-2023; 另见 @jin|-2024, 第3段]', 'markdown'],
		['the words beside a key', '[参见| @wang-2023]', 'markdown'],
		['a group that goes on in the next line', '[参见 @wang-2023;\n另见| @jin-2024]', 'markdown'],
		['a key in braces', '见 @{Smith| 2020} 说', 'markdown'],
		['a bare key', '见 @wang|-2023 说', 'markdown'],
		['between a bare key and its place', '见 @wang-2023| [第3页] 说', 'markdown'],
		['a note in a list before its colon', '- [^a]|: 甲', 'markdown'],
		['a note in a quotation before its label', '> |[^a]: 甲', 'markdown'],
		['an indented note', ' |[^a]: 甲', 'markdown'],
		['a number', '甲[1|2]。', 'plaintext'],
		['a group of numbers', '甲[1，|2]。', 'plaintext'],
		['a command', '\\ci|te{a}', 'latex'],
	])('%s', (_, marked, language) => {
		const at = marked.indexOf('|');
		const draft = marked.replace('|', '');
		expect(planInsertion(new Draft(draft, language), [at], { source }, 'footnote')).toEqual({
			edits: [],
			cursors: [at],
			problems: [{ code: 'notProse', offset: at }],
			missing: [],
		});
	});

	test('the other cursors are served', () => {
		const plan = planInsertion(new Draft('`ab`甲', 'markdown'), [2, 5], { source }, 'footnote');
		expect([apply('`ab`甲', plan).split('\n')[0], plan.cursors, plan.problems]).toEqual([
			`\`ab\`甲${label}`,
			[2, 5 + label.length],
			[{ code: 'notProse', offset: 2 }],
		]);
	});

	test('not between the halves of a character or of a line end, nor outside the draft', () => {
		expect(apply('😀', planInsertion(new Draft('😀', 'markdown'), [1], { source }, 'pandoc'))).toBe(
			'[@jinguanping-2024]😀',
		);
		expect(apply('甲\r\n', planInsertion(new Draft('甲\r\n', 'markdown'), [2], { source }, 'pandoc'))).toBe(
			'甲[@jinguanping-2024]\r\n',
		);
		expect(apply('甲', planInsertion(new Draft('甲', 'markdown'), [99, -1, NaN], { source }, 'pandoc'))).toBe(
			'[@jinguanping-2024]甲[@jinguanping-2024]',
		);
	});
});

test('a number that does not follow the order of appearance is told', () => {
	const draft = '甲。乙[1]。\n\n参考文献\n[1] 乙.';
	expect(planInsertion(new Draft(draft, 'plaintext'), [1], { source }, 'numeric').problems).toEqual([
		{ code: 'order', offset: 1 },
	]);
	expect(planInsertion(new Draft(draft, 'plaintext'), [6], { source }, 'numeric').problems).toEqual([]);
});

describe('whatever the draft', () => {
	const bit = fc.constantFrom(
		'发展新质生产力',
		'。',
		'，',
		'\n',
		'\r\n',
		'\n\n',
		'😀',
		'\ud800',
		'“',
		'”',
		'「',
		'」',
		'[^a]',
		'[@a]',
		'\n[^a]: 甲\n',
		'\n```\n',
		'`',
		'    ',
		'<!--',
		'-->',
		'|',
		'> ',
		'- ',
		'[1]',
		'\n参考文献\n',
		'[1] 甲.\n',
		'---\n',
		'$',
		'https://example.org/',
		'\t',
		label,
		`\n${label}: 乙\n`,
	);
	const drafts = fc.array(bit, { maxLength: 25 }).map(bits => bits.join(''));
	const forms = fc.constantFrom<Form>('footnote', 'pandoc', 'note', 'quotation', 'numeric');
	const languages = fc.constantFrom<DraftLanguage>('markdown', 'latex', 'tex', 'plaintext');
	const cursors = fc.array(fc.nat(120), { minLength: 1, maxLength: 4 });

	test('what is put in taken out again leaves the draft; cursors stand behind it', () => {
		fc.assert(
			fc.property(drafts, cursors, forms, languages, fc.boolean(), (draft, offsets, form, language, withWords) => {
				const plan = planInsertion(
					new Draft(draft, language),
					offsets,
					withWords ? { citation, source } : { source },
					form,
				);
				const after = apply(draft, plan);
				let shift = 0;
				let back = after;
				for (const edit of plan.edits) {
					expect(edit.start).toBe(edit.end);
					expect(after.slice(edit.start + shift, edit.start + shift + edit.text.length)).toBe(edit.text);
					shift += edit.text.length;
				}
				for (const edit of plan.edits) back = back.slice(0, edit.start) + back.slice(edit.start + edit.text.length);
				expect(back).toBe(draft);
				expect(plan.edits.map(edit => edit.start)).toEqual(
					[...new Set(plan.edits.map(edit => edit.start))].sort((a, b) => a - b),
				);
				expect(plan.cursors).toHaveLength(offsets.length);
				for (const at of plan.cursors) expect(at >= 0 && at <= after.length).toBe(true);
			}),
		);
	});

	test('the same footnote twice has one definition more at most, and the second time none', () => {
		fc.assert(
			fc.property(drafts, fc.nat(120), (draft, offset) => {
				const first = planInsertion(new Draft(draft, 'markdown'), [offset], { source }, 'footnote');
				const once = apply(draft, first);
				const second = planInsertion(new Draft(once, 'markdown'), [first.cursors[0]!], { source }, 'footnote');
				const [cursor] = first.cursors;
				const inNote = insideNotes(new Draft(once, 'markdown'))(cursor!, cursor!);
				const own = inNote ? ['[@jinguanping-2024]', '; @jinguanping-2024'] : [label];
				const written = second.edits.map(edit => edit.text.trim());
				if (first.edits.length > 0) expect(own.map(one => [one])).toContainEqual(written);
			}),
		);
	});
});

test('what stands open to the end is told from the draft with the mark in it', () => {
	const after = (draft: string, at: number) => {
		const { edits, cursors } = planInsertion(new Draft(draft, 'markdown'), [at], { source }, 'footnote');
		return [applyEdits(draft, edits).replace(/(: )金观平.*/, '$1…'), cursors[0]];
	};
	const mark = '[^jinguanping-2024]';
	// Alone on its line the backtick may open code that goes on in the next.
	expect(after('`\n```\n', 0)).toEqual([`${mark}\`\n\n${mark}: …\n\n\`\`\`\n`, mark.length]);
	// Right below text what is indented so far is more of it, and opens nothing.
	expect(after('1. 甲\n\n\n    ```\n乙\n', 6)[0]).toBe(`1. 甲\n\n${mark}\n    \`\`\`\n乙\n\n${mark}: …\n`);
});

test('a mark on the only empty line above a note does not make the note more of its text', () => {
	const draft = '甲\n\n[^注]: 一\n';
	const { edits, cursors } = planInsertion(new Draft(draft, 'markdown'), [2], { source }, 'pandoc');
	expect(applyEdits(draft, edits)).toBe('甲\n[@jinguanping-2024]\n\n[^注]: 一\n');
	expect(cursors).toEqual([2 + '[@jinguanping-2024]'.length]);
});

describe('LaTeX: nothing is put where nothing can be printed', () => {
	test.each([
		['between a command and its argument', '\\emph|{甲}'],
		['between a command and its option', '\\item|[甲] 乙'],
		['behind a line break with a length', '甲\\\\|[2pt]乙'],
		['in the columns of a table', '\\begin{tabular}{l|l}\n甲\\end{tabular}'],
		['in a length', '\\setlength{\\parindent}{2|em}'],
		['in a width', '\\begin{minipage}[t]{0.5|\\textwidth}'],
		['before the document', '\\documentclass{article}\n|\n\\begin{document}\n甲\n\\end{document}\n'],
		['before a title', '\\documentclass{article}\n|\\title{题}\n\\begin{document}\n甲\n\\end{document}\n'],
		['at the very beginning', '|\\documentclass{article}\n\\begin{document}\n甲\n\\end{document}\n'],
		['behind the document', '\\begin{document}\n甲\n\\end{document}\n|'],
	])('%s', (_, draft) => {
		for (const form of ['footnote', 'note', 'pandoc'] as const) expect(insert(draft, form, 'latex')).toBe(draft);
	});

	test.each([
		['\\title{题|}\n\\begin{document}\n甲\n', '\\title{题\\cite{jinguanping-2024}|}\n\\begin{document}\n甲\n'],
		['\\begin{document}\n甲|\n\\end{document}\n', '\\begin{document}\n甲\\cite{jinguanping-2024}|\n\\end{document}\n'],
		['\\begin{quote}{\\kaishu 甲|}\\end{quote}', '\\begin{quote}{\\kaishu 甲\\cite{jinguanping-2024}|}\\end{quote}'],
		['甲\\\\|乙', '甲\\\\\\cite{jinguanping-2024}|乙'],
		['\\emph{甲}|{乙}', '\\emph{甲}\\cite{jinguanping-2024}|{乙}'],
	])('but here: %s', (before, after) => expect(insert(before, 'pandoc', 'latex')).toBe(after));
});

describe('Markdown: what is read by its name stays whole', () => {
	test.each([
		['attributes', '[甲]{.注|}\n'],
		['attributes of a heading', '# 题 {#se|c}\n'],
		['a command of TeX', '甲\\La|TeX 乙\n'],
		['the definition of a link', '甲[1]\n\n[1]: a|\n'],
		['an image that is defined elsewhere', '甲!|[i][]\n\n[i]: a\n'],
		['a link by its text', '甲[i|]\n\n[I]: a\n'],
		['a link by its label', '甲[乙|][i]\n\n[i]: a\n'],
		['a fence of a division', '::: 中|心\n甲\n:::\n'],
		['its end', '::: 中心\n甲\n:::|\n'],
	])('%s', (_, draft) => {
		for (const form of ['footnote', 'pandoc', 'numeric'] as const) expect(insert(draft, form)).toBe(draft);
	});

	test.each<[string, Form, string, string]>([
		['brackets that name nothing are text', 'pandoc', '甲[乙|]\n', `甲[乙[@jinguanping-2024]|]\n`],
		['behind a link', 'pandoc', '甲[乙][i]|\n\n[i]: a\n', '甲[乙][i][@jinguanping-2024]|\n\n[i]: a\n'],
		['! would make an image of a key', 'pandoc', '好!|\n', '好! [@jinguanping-2024]|\n'],
		['an escaped one does not', 'pandoc', '好\\!|\n', '好\\![@jinguanping-2024]|\n'],
		['nor one before a note', 'footnote', '好!|\n', `好!${label}|\n\n${label}: ${reference}\n`],
	])('%s', (_, form, before, after) => expect(insert(before, form)).toBe(after));
});

test.each<[string, string, string]>([
	['code', '- 甲|\n\n    ```\n    码\n', `${label}: ${reference}\n\n- 甲${label}|\n\n    \`\`\`\n    码\n`],
	[
		'code in an inner list',
		'文\n\n- 甲|\n\n  - 乙\n\n    ```\n    码\n',
		`文\n\n${label}: ${reference}\n\n- 甲${label}|\n\n  - 乙\n\n    \`\`\`\n    码\n`,
	],
	['a formula', '1. 甲|\n\n    $$\n    x\n', `${label}: ${reference}\n\n1. 甲${label}|\n\n    $$\n    x\n`],
])('what stands open in a list does not become part of the note: %s', (_, before, after) =>
	expect(insert(before, 'footnote')).toBe(after),
);

test('on the last of several empty lines above a note a line is put between', () =>
	expect(insert('甲[^1]\n\n\n|\n[^1]: 乙\n', 'pandoc')).toBe('甲[^1]\n\n\n[@jinguanping-2024]|\n\n[^1]: 乙\n'));

describe('numbers that are in use, however they are written', () => {
	const plain = (draft: string) => insert(draft, 'numeric', 'plaintext');

	test.each([
		['a stretch', '甲[1~3]。乙|。\n', '甲[1~3]。乙[4]|。\n\n参考文献\n[4] '],
		['a stretch with a word', '甲[1至3]。乙|。\n', '甲[1至3]。乙[4]|。\n\n参考文献\n[4] '],
		['a stretch of two marks', '甲[1]—[3]。乙|。\n', '甲[1]—[3]。乙[4]|。\n\n参考文献\n[4] '],
		['with a page', '甲[3:25]。乙|。\n', '甲[3:25]。乙[4]|。\n\n参考文献\n[4] '],
		['with spaces', '甲[ 1 ]。乙|。\n', '甲[ 1 ]。乙[2]|。\n\n参考文献\n[2] '],
		['wide brackets', '甲［1］。乙|。\n\n参考文献\n［1］甲\n', '甲［1］。乙［2］|。\n\n参考文献\n［1］甲\n［2］'],
		['wide digits', '甲［１］。乙|。\n', '甲［１］。乙［2］|。\n\n参考文献\n［2］ '],
		['tortoise-shell brackets', '甲〔1〕。乙|。\n', '甲〔1〕。乙〔2〕|。\n\n参考文献\n〔2〕 '],
		['a list without brackets', '甲[1]。乙|。\n\n参考文献\n1. 甲\n', '甲[1]。乙[2]|。\n\n参考文献\n1. 甲\n2. '],
		['a list with 、', '甲[1]。乙|。\n\n参考文献\n1、甲\n', '甲[1]。乙[2]|。\n\n参考文献\n1、甲\n2、'],
		['years are none', '甲[2024]，国发〔2014〕3号。乙|。\n', '甲[2024]，国发〔2014〕3号。乙[1]|。\n\n参考文献\n[1] '],
	])('%s', (_, before, after) => expect(plain(before).slice(0, after.length)).toBe(after));

	test.each(['甲[4~|5]', '甲[ 1| ]', '甲［1|］', '甲〔1|〕', '甲[1]-|[3]', '甲[3:2|5]'])(
		'nothing is put into %s',
		draft => expect(plain(draft)).toBe(draft),
	);

	test('a list of Markdown', () =>
		expect(insert('甲[1]。乙|。\n\n## 参考文献\n\n1. 甲\n', 'numeric')).toMatch(
			/^甲\[1\]。乙\[2\]\|。\n\n## 参考文献\n\n1\. 甲\n2\. /,
		));
});

test('beside such a mark the list still goes before what is open at the end', () => {
	const draft = '甲\n\n[^注]: 一\n\n<pre>\n码\n';
	const { edits } = planInsertion(new Draft(draft, 'markdown'), [2], { source }, 'numeric');
	expect(applyEdits(draft, edits)).toMatch(/^甲\n\[1\]\n\n\[\^注\]: 一\n\n## 参考文献\n\n\[1\] .*\n\n<pre>\n码\n$/);
});

test.each(['footnote', 'note', 'numeric', 'pandoc'] as const)(
	'between keys and what may make a link of them nothing is put: %s',
	form => {
		for (const draft of ['甲[@a; 参见 @b][1]', '甲[@a](b.md)', '甲[@a][](b.md)'])
			expect(planInsertion(new Draft(draft, 'markdown'), [draft.indexOf(']') + 1], { source }, form).edits).toEqual([]);
		expect(planInsertion(new Draft('甲[@a][^b]', 'markdown'), [5], { source }, form).edits).not.toEqual([]);
	},
);

test('a label that says something else is not taken for a citation', () => {
	const put = (note: string) => {
		const draft = `甲\n\n[^jinguanping-2024]: ${note}\n`;
		return applyEdits(draft, planInsertion(new Draft(draft, 'markdown'), [1], { source }, 'footnote').edits);
	};
	expect(put('王某. 新质生产力概论[M]. 北京：人民出版社，2023.')).toMatch(
		/^甲\[\^jinguanping-2024-2\]\n[^]*\n\[\^jinguanping-2024-2\]: 金观平\. /,
	);
	// The writer's own words about it are.
	expect(put('见金观平的文章。')).toMatch(/^甲\[\^jinguanping-2024\]\n\n\[\^jinguanping-2024\]: 见金观平的文章。\n$/);
	expect(put('金观平. 坚持科技创新和产业创新一起抓[N]. 经济日报, 2024-02-14.')).toMatch(/^甲\[\^jinguanping-2024\]\n/);
});

test.each([
	['a new item of a list', '- |'],
	['the next one', '- 甲\n- |'],
	['one within another', '1. 甲\n\t- |\n2. 乙'],
	['one behind an empty line', '甲\n\n- |'],
	['a footnote before a bare address', '[^甲]|https://example.org/\n\n[^甲]: 注'],
])('something may be put on %s', (_, marked) => {
	const at = marked.indexOf('|');
	const draft = marked.replace('|', '');
	expect(planInsertion(new Draft(draft, 'markdown'), [at], { source }, 'pandoc')).toMatchObject({
		problems: [],
		cursors: [at + 19],
	});
});

test.each([
	['a heading from its line', '甲\n- |'],
	['a table from its heads', '甲 | 乙\n-|-\n丙 | 丁'],
])('nothing that is put parts %s', (_, marked) => {
	const at = marked.lastIndexOf('|', marked.includes('丙') ? marked.indexOf('丙') : undefined);
	const draft = marked.includes('丙') ? marked : marked.slice(0, at);
	expect(planInsertion(new Draft(draft, 'markdown'), [at], { source }, 'pandoc').edits).toEqual([]);
});
