// Which libraries a draft names, as pandoc and LaTeX read it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, isSeq } from 'yaml';
import { bibliographiesOf } from '../../../src/core/draft/bibliographies';
import { linesOf } from '../../../src/core/draft/lineRegions';
import { anyCharacter } from '../../support/anyCharacter';

const named = (text: string, language = 'markdown') => bibliographiesOf(linesOf(text), language);
const paths = (text: string, language?: string) => named(text, language).map(one => one.path);

describe('front matter', () => {
	test.each<[string, readonly string[]]>([
		['bibliography: refs.bib', ['refs.bib']],
		['bibliography: 我的 文献.bib   # 注', ['我的 文献.bib']],
		['bibliography: "a b.bib" # 注', ['a b.bib']],
		["bibliography: '../a#b.json'", ['../a#b.json']],
		['bibliography: [a.bib, "b c.json", \'d.ris\']', ['a.bib', 'b c.json', 'd.ris']],
		['bibliography: [a.bib,\n  b.bib\n]', ['a.bib', 'b.bib']],
		['bibliography:\n  - a.bib\n  - "b.bib"\n\n  # 注\n  - c.yaml', ['a.bib', 'b.bib', 'c.yaml']],
		['bibliography:\n- a.bib\ntitle: x\n- b.bib', ['a.bib']],
		['bibliography:', []],
		['bibliography: # 无', []],
		['bibliography: []', []],
		['title: x', []],
		['nested:\n  bibliography: a.bib', []],
		['bibliography: a.bib\nbibliography: b.bib', ['a.bib', 'b.bib']],
		['bibliography: "\\\\\\\\server\\\\share\\\\refs.bib"', ['\\\\server\\share\\refs.bib']],
		['bibliography: "a\\u0062\\x63\\"d\\".bib"', ['abc"d".bib']],
		// As Windows writes it: what YAML makes of these is in no file's name.
		['bibliography: ".\\refs.bib"', ['.\\refs.bib']],
		['bibliography: ["new\\t.bib", "文\\新\\book.bib"]', ['new\\t.bib', '文\\新\\book.bib']],
		[
			'bibliography:\n  - "文\\New.bib"\n  - "文\\_.bib"\n  - "C:\\\\文\\nb.bib"',
			['文\\New.bib', '文\\_.bib', 'C:\\\\文\\nb.bib'],
		],
		["bibliography: 'it''s.bib' # 注", ["it's.bib"]],
		['bibliography: [ "a, b.bib", c d.bib # 注\n, e.bib ]', ['a, b.bib', 'c d.bib', 'e.bib']],
		['bibliography: "没有写完.bib', ['"没有写完.bib']],
		['bibliography: ~', []],
		['bibliography: "  "', []],
	])('%s', (matter, expected) => {
		expect(paths(`---\ntitle: 题\n${matter}\n---\n正文\nbibliography: no.bib\n`)).toEqual(expected);
		expect(paths(`---\r\n${matter.replaceAll('\n', '\r\n')}\r\n...\r\n`)).toEqual(expected);
	});
	test.each([
		['no front matter', 'bibliography: a.bib\n'],
		['one that nothing closes', '---\nbibliography: a.bib\n\n正文\n'],
		['not at the very beginning', '\n---\nbibliography: a.bib\n---\n'],
		['nothing', ''],
	])('%s', (_, text) => {
		expect(paths(text)).toEqual([]);
	});
	test('where it stands', () => {
		expect(named('---\nbibliography: [a.bib, "b.bib"]\n---\n')).toEqual([
			{ path: 'a.bib', line: 1, start: 15, end: 20 },
			{ path: 'b.bib', line: 1, start: 23, end: 28 },
		]);
		expect(named('---\nbibliography:\n  - "我 的.bib"\n---\n')).toEqual([
			{ path: '我 的.bib', line: 2, start: 5, end: 12 },
		]);
	});
});

test('whatever is a name is read as YAML has it', () => {
	const letters = fc.string({
		unit: fc.oneof(
			fc.constantFrom(...'ab.\\"\'#:,[]{} /~&*!|>%@`-?=文🔴'),
			fc.string({ unit: anyCharacter, minLength: 1, maxLength: 1 }),
		),
		minLength: 1,
		maxLength: 12,
	});
	// What no file name has is read as it is written.
	const name = letters.filter(one => !/[\p{Cc}\u2028\u2029\u00a0]/u.test(one));
	const style = fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const);
	let read = 0;
	fc.assert(
		fc.property(
			fc.array(name, { minLength: 1, maxLength: 3 }),
			style,
			fc.constantFrom('one', 'list', 'brackets'),
			(names, quotes, form) => {
				const value = form === 'one' ? names[0] : names;
				const document = new Document({ bibliography: value }, { version: '1.2' });
				const list = document.get('bibliography');
				if (form === 'brackets' && isSeq(list)) list.flow = true;
				const text = document.toString({
					lineWidth: 0,
					defaultStringType: quotes,
					blockQuote: false,
					doubleQuotedMinMultiLineLength: 1000,
				});
				// The one thing left out: a value of several lines.
				const lines = text.trimEnd().split('\n').length;
				fc.pre(lines === (form === 'list' ? names.length + 1 : 1) && !names.some(one => one.trim() === ''));
				read++;
				expect(paths(`---\n${text}---\n`)).toEqual(form === 'one' ? names.slice(0, 1) : names);
			},
		),
		{ numRuns: 600, seed: 8 },
	);
	expect(read).toBeGreaterThan(300);
});

test('LaTeX names its libraries in commands; a remark names none', () => {
	expect(
		named(
			'\\documentclass{article}\n\\addbibresource[datatype=bibtex]{refs/a b.bib}\n% \\bibliography{no}\n50\\% \\bibliography{one, two.bib}',
			'latex',
		),
	).toEqual([
		{ path: 'refs/a b.bib', line: 1, start: 33, end: 45 },
		{ path: 'one.bib', line: 3, start: 19, end: 22 },
		{ path: 'two.bib', line: 3, start: 24, end: 31 },
	]);
	expect(paths('\\bibliography{a}', 'plaintext')).toEqual([]);
});
