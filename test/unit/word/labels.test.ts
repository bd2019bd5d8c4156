import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { labelsWithout } from '../../../src/core/word/labels';
import type { DraftLanguage } from '../../../src/core/draft/language';

const missing = (text: string, language: DraftLanguage = 'markdown') =>
	labelsWithout(new Draft(text, language)).map(({ start, end, label }) => {
		expect(text.slice(start, end)).toBe(label);
		return label;
	});

test.each([
	[
		'见[@fig:a]、@tbl:b和[@fig:c; @fig:d]。\n\n![图](a.png){#fig:a width=50%}\n\n: 题 {#tbl:b}\n\n![丙](c.png){#fig:c}',
		['fig:d'],
	],
	['## 题 {#sec:a}\n\n见[@sec:a]、[@sec:b]、@eq:c。', ['sec:b', 'eq:c']],
	['`@fig:a` \\@fig:b [@wang-2023] a@fig:c.cn\n\n```\n@fig:d\n```\n', []],
	['$$\nx\n$$ {#eq:c}\n\n见@eq:c。', []],
])('%s', (text, labels) => expect(missing(text)).toEqual(labels));

test.each([
	['图\\ref{fig:a}、\\cref{t, none}。\n\\label{fig:a}\n\\begin{table}\\caption{数}\\label{t}\\end{table}', ['none']],
	['% \\ref{none}\n\\eqref{e}\\begin{equation}x\\label{e}\\end{equation}', []],
	['\\lstinline|\\ref{no}|见\\ref{lst}\n\\begin{lstlisting}[caption=甲,label=lst]\nx\n\\end{lstlisting}', []],
	['\\input{chapter}\n见\\ref{elsewhere}', []],
])('LaTeX: %s', (text, labels) => expect(missing(text, 'latex')).toEqual(labels));

test('plain text has no labels', () => expect(missing('见@fig:a', 'plaintext')).toEqual([]));
