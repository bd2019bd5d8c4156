// Which libraries a draft names, as pandoc and LaTeX read it.
import { describe, expect, test } from 'vitest';
import { bibliographiesOf } from '../../../src/core/draft/bibliographies';
import { linesOf } from '../../../src/core/draft/draft';

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
