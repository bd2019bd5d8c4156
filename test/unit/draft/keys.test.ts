// What counts as a citation in a draft, where it stands, and what does not count.
import { definitionAt } from '../../../src/core/draft/notes';
import { Draft } from '../../../src/core/draft/draft';
import type { DraftLanguage } from '../../../src/core/draft/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelEnding, readLabel, readLocator, sayLocator } from '../../../src/core/draft/locator';

/** Labels referred to, labels defined, keys cited; every span is checked to hold what it says. */
function found(text: string, language: DraftLanguage = 'markdown'): { refs: string[]; defs: string[]; keys: string[] } {
	const draft = new Draft(text, language);
	for (const one of draft.references) expect(text.slice(one.start, one.end)).toBe(`[^${one.label}]`);
	for (const one of draft.definitions)
		expect(text.slice(one.labelStart - 2, one.labelEnd + 2)).toBe(`[^${one.label}]:`);
	for (const one of draft.citations.flatMap(c => c.keys))
		expect(text.slice(one.start, one.end).replace(/^\{(.*)\}$/, '$1')).toBe(one.key);
	return {
		refs: draft.references.map(r => r.label),
		defs: draft.definitions.map(d => d.label),
		keys: draft.citations.flatMap(c =>
			c.keys.map(
				k =>
					`${c.form === 'bare' ? '@' : ''}${k.key}${k.locator ? ` ${sayLocator(k.locator)}` : ''}${k.plain || c.form === 'bare' ? '' : ' +'}`,
			),
		),
	};
}

describe('footnotes', () => {
	test.each([
		['in a sentence', '发展[^a]。', ['a'], []],
		['two that touch', '发展[^a][^b-p3]。', ['a', 'b-p3'], []],
		[
			'in a list, a quotation, a heading, emphasis',
			'- 甲[^a]\n  1. 乙[^b]\n\n> 丙[^c]\n\n# 丁[^d]\n**戊[^e]**',
			['a', 'b', 'c', 'd', 'e'],
			[],
		],
		['in a table', '| 甲 | 乙 |\n|---|---|\n| 丙[^a] | 丁[^b] |', ['a', 'b'], []],
		['not in code', '`[^a]`\n\n```\n[^b]\n[^b]: x\n```\n\n~~~md\n[^c]: y\n~~~\n\n文\n\n    [^d]: 码', [], []],
		['not in code over two lines', '说`一 [^a]\n二 [^b]`好[^c]', ['c'], []],
		['a lone backtick is no code', '说`一[^a]\n\n二`[^b]', ['a', 'b'], []],
		['not in front matter', '---\ntitle: 甲[^a]\n---\n乙[^b]', ['b'], []],
		['front matter that never closes is text', '---\n甲[^a]\n\n[^a]: 注', ['a'], ['a']],
		['not in comments', '<!-- 甲[^a]\n乙[^b] -->丙[^c]', ['c'], []],
		['a comment that never closes within a line is text', '甲 <!-- 乙[^a]\n\n[^a]: 注', ['a'], ['a']],
		['not in an address, a formula, a tag', '[文](x[^a]) $[^b]$ <a title="[^c]">', [], []],
		['not escaped', '\\[^a]', [], []],
		['no label with spaces or none', '[^] [^a b]', [], []],
		['Chinese labels', '甲[^注一]。\n\n[^注一]: 文', ['注一'], ['注一']],
	])('%s', (_, text, refs, defs) => expect(found(text)).toMatchObject({ refs, defs }));

	test.each([
		['one line', '[^a]: 甲。\n\n文', '甲。'],
		['a line that goes on', '[^a]: 甲，\n乙。\n\n文', '甲，\n乙。'],
		['indented paragraphs', '[^a]: 甲\n\n    乙\n\n\t丙\n\n文', '甲\n\n    乙\n\n\t丙'],
		// As pandoc and markdown-it read it; that the line may be meant otherwise is said by `below`.
		['a line right below an indented paragraph', '[^a]: 甲\n\n    乙\n文', '甲\n\n    乙\n文'],
		['not a line right below code', '[^a]: 甲\n\n        码\n文', '甲\n\n        码'],
		['not a line right below a heading', '[^a]: 甲\n\n    # 乙\n文', '甲\n\n    # 乙'],
		['indented by one space', ' [^a]: 甲\n\n    乙\n\n  文', '甲\n\n    乙'],
		['indented by three', '   [^a]: 甲\n\n    乙\n\n   文', '甲\n\n    乙'],
		['code within it', '[^a]: 甲\n\n    ```\n    码\n    ```\n\n文', '甲\n\n    ```\n    码\n    ```'],
		['the next definition', '[^a]: 甲\n[^b]: 乙', '甲'],
		['a heading, a list, a fence, a comment end it', '[^a]: 甲\n# 乙', '甲'],
		['a list ends it', '[^a]: 甲\n- 乙', '甲'],
		['a marker ends it', '[^a]: 甲\n<!-- policy-writing: references -->', '甲'],
		['an indented Chinese paragraph ends it', '[^a]: 甲\n　　乙', '甲'],
		['in a quotation', '> 文[^a]\n>\n> [^a]: 甲\n>     乙\n\n文', '甲\n>     乙'],
		['in a list', '- 文[^a]\n\n  [^a]: 甲\n\n文', '甲'],
		['as a list item', '- [^a]: 甲\n- 乙', '甲'],
		['CRLF', '[^a]: 甲\r\n    乙\r\n\r\n文', '甲\r\n    乙'],
	])('a definition: %s', (_, text, body) => {
		const [first] = new Draft(text, 'markdown').definitions;
		expect(text.slice(first!.textStart, first!.end)).toBe(body);
		expect(first!.nested).toBe(/^(?:>|-)/.test(text));
	});

	test.each([
		['in a list item', '- 列表\n\n  [^a]: 甲\n\n      乙\n\n    丙', '甲\n\n      乙', true],
		[
			'in a numbered item, behind a lazy line',
			'1. 列表\n续\n   [^a]: 甲\n\n       乙\n\n      丙',
			'甲\n\n       乙',
			true,
		],
		['behind a list that has ended', '- 列表\n\n文\n\n  [^a]: 甲\n\n    乙', '甲\n\n    乙', false],
		['behind an item whose content is further in', '- 列表\n\n [^a]: 甲\n\n    乙', '甲\n\n    乙', false],
		['in another note', '[^b]: 丁\n\n    [^a]: 甲\n\n        乙\n\n    丙', '甲\n\n        乙', true],
		['indented in a quotation', '>  [^a]: 甲\n>\n>     乙\n>\n>   丙', '甲\n>\n>     乙', true],
	])('an indented definition: %s', (_, text, body, nested) => {
		const one = new Draft(text, 'markdown').definitions.find(({ label }) => label === 'a');
		expect([text.slice(one!.textStart, one!.end), one!.nested]).toEqual([body, nested]);
	});

	test('a note refers to another, and it is known which note an offset is in', () => {
		const text = '甲[^a]\n\n[^a]: 见[^b]\n\n    [^c]: 内\n[^b]: 乙\n\n文[^b]';
		const draft = new Draft(text, 'markdown');
		expect(draft.references.map(one => definitionAt(draft.definitions, one.start)?.label)).toEqual([
			undefined,
			'a',
			undefined,
		]);
		expect(definitionAt(draft.definitions, text.indexOf('内'))?.label).toBe('c');
	});
});

test('an item of another list ends the one above, whatever its number', () => {
	const [note] = new Draft('- 甲\n10) 乙\n\n   [^2]: 注\n\n    ```\n    码\n    ```\n', 'markdown').definitions;
	expect([note?.nested, note?.lastLine]).toEqual([false, 7]);
});

describe('pandoc keys', () => {
	test.each([
		['directly after Han', '发展[@a]。', ['a']],
		['several with places', '[@a, 第3段; @b, p. 5-7; @c]', ['a 第3段', 'b 第5-7页', 'c']],
		['words beside a key', '[参见 @a, 第3段, 第一行；也见]', ['a +']],
		['the author suppressed', '[-@a]', ['a +']],
		['in braces', '[@{a b/c}]', ['a b/c']],
		['Chinese keys and inner marks', '[@王2024; @doi:10.1/x_y]', ['王2024', 'doi:10.1/x_y']],
		['bare after a space or a mark', '见 @a。又，@b.c说', ['@a', '@b.c说']],
		['bare with a place', '@a [p. 3] 说', ['@a 第3页']],
		['not bare after Han or letters', '见@a，写给x@b.cn或y@c', []],
		['a semicolon without a key', '[@a; 乙]', ['@a']],
		['a link, a span, a reference', '[见 @a](x) [见 @b]{.c} [见 @d][e]', ['@a', '@b', '@d']],
		['a footnote behind', '[@a][^b]', ['a']],
		['an inline note', '甲^[见 @a]', ['@a']],
		['figures', '见 @fig:a、[@tbl:b]', []],
		['not in code, escaped or mail', '`[@a]` \\@b <c@d.cn>', []],
		['over a line end', '[@a;\n@b]', ['a', 'b']],
		['not over a blank line', '[@a;\n\n@b]', ['@a', '@b']],
		['over CRLF', '[@a;\r\n@b]', ['a', 'b']],
	])('%s', (_, text, keys) => expect(found(text).keys).toEqual(keys));
});

test.each([
	['\\cite{a,b}', ['a', 'b']],
	['\\cite[第3段]{a}', ['a 第3段']],
	['\\citep[见][p.~5]{a}', ['a +']],
	['\\cite[见]{a}', ['a +']],
	['\\parencite{ a , b }', ['a +', 'b +']],
	['% \\cite{a}\n\\nocite{*}\\footcite{b}', ['b +']],
	['\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}', []],
	['\\cite{\n a,\n b}', ['a', 'b']],
])('LaTeX %s', (text, keys) => expect(found(text, 'latex').keys).toEqual(keys));

test('plain text has no keys', () =>
	expect(found('[^a] [@b]\n[^a]: c', 'plaintext')).toEqual({ refs: [], defs: [], keys: [] }));

describe('places', () => {
	test.each([
		['第3段', { paragraph: 3 }],
		['第 12 页', { page: '12' }],
		['第5—7页', { page: '5-7' }],
		['第5、9页', { page: '5,9' }],
		['p. 5', { page: '5' }],
		['pp. 5–7', { page: '5-7' }],
		['第5页第3段', { page: '5', paragraph: 3 }],
		['23', { page: '23' }],
		['3段', { paragraph: 3 }],
		['第iv页', { page: 'iv' }],
		['表2', { table: '2' }],
		['表 2–1', { table: '2-1' }],
		['table a3', { table: 'A3' }],
		['第5页表2', { page: '5', table: '2' }],
		['第5页，表2，第3段', { page: '5', table: '2', paragraph: 3 }],
	])('%s', (words, place) => expect(readLocator(words)).toEqual(place));
	test.each(['', '第一章', '第3段前', '见第3段', 'chap. 3', '表', '表示2'])('“%s” is none', words =>
		expect(readLocator(words)).toBeUndefined(),
	);

	test('said and read, in words and in a label', () => {
		const page = fc
			.tuple(fc.nat(999), fc.constantFrom('', '-', ','), fc.nat(999))
			.map(([a, mark, b]) => (mark ? `${a}${mark}${b}` : `${a}`));
		const table = fc.constantFrom('2', '12', '2-1', 'A3', '3.4');
		const place = fc.record({ page, table, paragraph: fc.integer({ min: 1, max: 999 }) }, { requiredKeys: [] });
		fc.assert(
			fc.property(place, fc.constantFrom('jin-2024', '2024-01-31-report', 'a-p3', 'x-pp5', 'y-t2'), (locator, key) => {
				if (Object.keys(locator).length === 0) return;
				expect(readLocator(sayLocator(locator)!)).toEqual(locator);
				expect(readLabel(key + labelEnding(locator)).find(reading => reading.key === key)?.locator).toEqual(locator);
			}),
		);
	});

	test('a label may be a key that ends like a place', () =>
		expect(readLabel('a-pp5-p3').map(one => one.key)).toEqual(['a-pp5-p3', 'a-pp5', 'a']));
});

test('whatever a draft holds, it is read, and spans say what they hold', () => {
	const bit = fc.constantFrom(
		'甲',
		'[^a]',
		'[^b]',
		'\n[^a]: 注',
		'\n',
		'\r\n',
		'\n\n',
		'    ',
		'> ',
		'- ',
		'`',
		'```\n',
		'<!--',
		'-->',
		'[@a]',
		'[@a; @b, 第3段]',
		'@c',
		' ',
		'|',
		'\\',
		'$',
		'---\n',
		'😀',
		'\ud800',
		'[',
		']',
		'(',
		'{',
		'\0',
		'\t',
		'^',
	);
	fc.assert(
		fc.property(
			fc.array(bit, { maxLength: 30 }).map(bits => bits.join('')),
			fc.constantFrom('markdown', 'latex', 'plaintext'),
			(text, language) => {
				found(text, language);
				expect(new Draft(text, language).masked).toHaveLength(text.length);
			},
		),
		{ numRuns: 500 },
	);
});
