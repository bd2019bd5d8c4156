// Which parts of LaTeX are no prose: what is set as it is written, and what \iffalse leaves out, hold no citations.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { latexScanner } from '../../../src/core/draft/latex';

const keys = (text: string) => new Draft(text, 'latex').citations.flatMap(one => one.keys.map(cited => cited.key));
const prose = (text: string) => new Draft(text, 'latex').blocks.map(one => one.text.replaceAll('\0', '')).join('|');

describe('text set as it is written', () => {
	test.each([
		['甲\\verb|\\cite{a}|乙\\cite{b}'],
		['甲\\verb*+\\cite{a}+乙\\cite{b}'],
		['甲\\lstinline|\\cite{a}|乙\\cite{b}'],
		['甲\\lstinline[language=TeX]!\\cite{a}!乙\\cite{b}'],
		['甲\\mintinline{tex}|\\cite{a}|乙\\cite{b}'],
		['甲\\verb|%|乙\\cite{b}'],
		['甲\\verb|$|乙\\cite{b}，$x$'],
		['甲\\verb|\\begin{verbatim}|乙\n\n\\cite{b}'],
		['甲 % \\begin{verbatim}\n\n\\cite{b}'],
		['甲\\verb|\\iffalse|乙\n\n\\cite{b}'],
	])('%s', text => expect(keys(text)).toEqual(['b']));

	test('a command that only begins so, and one that nothing closes', () => {
		expect(keys('\\verbose|\\cite{a}|')).toEqual(['a']);
		expect(keys('\\verb|甲\\cite{a}')).toEqual(['a']);
	});
});

describe('what \\iffalse leaves out', () => {
	test.each([
		['on a line', '\\iffalse 甲\\cite{a} \\fi 乙\\cite{b}', ['b']],
		['over lines', '\\iffalse\n甲\\cite{a}\n\n乙\\cite{a}\n\\fi\n丙\\cite{b}', ['b']],
		['with conditions within', '\\iffalse\n\\ifx甲\\else\\cite{a}\\fi\n\\cite{a}\n\\fi\\cite{b}', ['b']],
		['what stands behind \\else', '\\iffalse\n\\cite{a}\n\\else\n\\cite{b}\n\\fi\n\\cite{c}', ['b', 'c']],
		['a sign and a command are no conditions', '\\iffalse $\\iff$ \\ifthenelse{x}{y}{z} \\fi\\cite{b}', ['b']],
		['a comment closes nothing', '\\iffalse % \\fi\n\\cite{a}\n\\fi\\cite{b}', ['b']],
		['in a comment it opens nothing', '% \\iffalse\n\\cite{b}', ['b']],
		['another word', '\\iffalsehood\\cite{b}', ['b']],
		['twice', '\\iffalse\\cite{a}\\fi\\cite{b}\\iffalse\n\\cite{a}\\fi\\cite{c}', ['b', 'c']],
	])('%s', (_, text, found) => expect(keys(text)).toEqual(found));

	test('is no prose', () => expect(prose('甲\n\n\\iffalse\n不要\n\\fi\n\n乙')).toMatch(/^甲\|乙$/));

	test('what is typed at the end of such a line is no prose either', () => {
		const { after, regions } = latexScanner.scan(latexScanner.initial, '甲\\iffalse 乙');
		expect(regions).toEqual([{ start: 1, end: 11, kind: 'comment', open: true }]);
		expect(latexScanner.scan(after, '丙').regions).toEqual([{ start: 0, end: 1, kind: 'comment', open: true }]);
	});
});
