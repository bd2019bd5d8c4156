// Labels of figures, tables, formulas and parts, and the places that name them: `{#fig:map}` and `@fig:map` as
// pandoc-crossref has them, `\label{fig:map}` and `\ref{fig:map}`.

import type { Draft } from '../draft/draft';
import { isTex } from '../draft/language';

/** A place that names something by a label; half-open offsets of the draft. */
export interface LabelPlace {
	readonly start: number;
	readonly end: number;
	readonly label: string;
}

const name = '(?:fig|tbl|eq|lst|sec):[\\w-]+';
/** What names one by its label, or several within brackets, which are captured. */
export const labelNames = new RegExp(`\\[(@${name}(?:\\s*;\\s*@${name})*)\\]|@${name}`, 'g');

const markdown = { has: new RegExp(`\\{#(${name})`, 'g'), names: new RegExp(`(?<![A-Za-z0-9_])@(${name})`, 'g') };
const latex = {
	has: /\blabel(?:=\{?|\{)([^{},\]\s]+)/g,
	names: /\\(?:(?:eq|page|auto|[cC])?ref)\*?\{([^{}\\]+)\}/g,
};
/** The labels of other files are not known. */
const otherFile = /\\(?:input|include|subfile|import)\s*\{/;

/** The places that name what nothing in a draft has as its label. */
export function labelsWithout({ text, masked, language }: Draft): readonly LabelPlace[] {
	if (language === 'plaintext' || (isTex(language) && otherFile.test(masked))) return [];
	const { has, names } = isTex(language) ? latex : markdown;
	const there = new Set(Array.from(text.matchAll(has), ([, label = '']) => label));
	return [...masked.matchAll(names)].flatMap(({ 0: written, 1: inner = '', index }) => {
		const from = index + written.indexOf(inner);
		return [...inner.matchAll(/[^,\s]+/g)]
			.filter(([label]) => !there.has(label))
			.map(({ 0: label, index: at }) => ({ start: from + at, end: from + at + label.length, label }));
	});
}
