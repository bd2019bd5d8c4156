// 字数 of a draft, as the dialog 字数统计 of Microsoft Word has it: 字数 = 中文字符和朝鲜语单词 + 非中文单词.
// So each Han character and each full-width mark is one, each run of other characters between spaces is one. What only
// Markdown or LaTeX needs to be written is not counted, nor front matter, keys, footnotes, blocks of code and formulas.

import type { KeyCitation } from '../clusters';
import { isTex, type DraftLanguage } from '../language';
import { blank, type MaskedDraft } from '../mask';
import type { NoteDefinition, NoteReference } from '../notes';

/** The rows of Word's dialog that a writer asks for. */
export interface WordCount {
	/** 字数: what follows, added. */
	readonly words: number;
	/** 中文字符和朝鲜语单词: Han, kana, full-width marks, one each. */
	readonly wide: number;
	/** 非中文单词. */
	readonly narrow: number;
	/** 字符数（不计空格）. */
	readonly characters: number;
}

/** Marks that Chinese text has full width although other scripts have them too: quotation marks, ……, ——, ·, ①. */
const ambiguous = '·×÷—-‖‘’“”‥…‰′″※℃№Ⅰ-ⅿ←-↙∈-⊿①-⓿─-◿★-☆';
const wide = new RegExp(
	`[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\u3001-\\u303F\\u3200-\\u33FF\\uFE30-\\uFE4F\\uFF01-\\uFF60\\uFFE0-\\uFFE6${ambiguous}]`,
	'gu',
);
/** An apostrophe within a word of Latin letters is none of these marks. */
const apostrophe = /(?<=[A-Za-z])’(?=[A-Za-z])/g;

/** Counts words that are all text. */
export function countWords(text: string): WordCount {
	const plain = text.replaceAll(blank, '').replace(apostrophe, "'");
	let count = 0;
	const rest = plain.replace(wide, () => {
		count++;
		return ' ';
	});
	const narrow = rest.match(/\S+/g) ?? [];
	const letters = narrow.reduce((sum, word) => sum + [...word].length, 0);
	return { words: count + narrow.length, wide: count, narrow: narrow.length, characters: count + letters };
}

/** What of a draft is looked at. */
export interface CountedDraft extends MaskedDraft {
	readonly language: DraftLanguage;
	readonly citations: readonly KeyCitation[];
	readonly references: readonly NoteReference[];
	readonly definitions: readonly NoteDefinition[];
}

/** The draft as long as it is, with everything blanked out that a reader does not read as text. */
export function readText(draft: CountedDraft): string {
	const { language } = draft;
	if (language === 'plaintext') return draft.text;
	const text = withoutCited(draft);
	if (isTex(language)) return text.replace(texMarks, blankOut);
	return marks.reduce((left, mark) => left.replace(mark, blankOut), text).replaceAll('|', ' ');
}

/** The draft without keys, footnotes and what is masked, which holds text only in a few cases. */
function withoutCited(draft: CountedDraft): string {
	const { text, masked } = draft;
	const read = masked.replace(stretch, (written, at: number) => shownOf(text.slice(at, at + written.length)));
	const cited = [
		...draft.citations,
		...draft.references,
		...draft.definitions.map(one => ({ start: one.start, end: one.below ?? one.end })),
	].sort((a, b) => a.start - b.start);
	let out = '';
	for (const { start, end } of cited) {
		if (start < out.length) continue;
		out += read.slice(out.length, start) + blankOut(read.slice(start, end));
	}
	return out + read.slice(out.length);
}

const stretch = new RegExp(`${blank}+`, 'g');

/** Of what is masked, escaped marks, code within a line and bare addresses are read; comments, tags, formulas not. */
function shownOf(written: string): string {
	if (/^(?:\\.)+$/.test(written)) return `${blank}x`.repeat(written.length / 2); // a letter: no mark
	if (/^(?:https?|ftp):|^[\w.+-]+@/.test(written)) return written;
	const [, mark = ''] = /^(`+|<(?=(?:https?|ftp|mailto):))/.exec(written) ?? [];
	if (mark === '' || mark.length > 2) return blankOut(written);
	return written.replace(/[`<>]/g, blank);
}

const blankOut = (written: string) => written.replace(/[^\r\n]/g, blank);

const texMarks = /\\[A-Za-z]+\*?(?:\[[^\]]*\])*|[{}~]/g;

/** What Markdown is written with: rules, marks of lists, quotations and headings, tables, links, emphasis. */
const marks: readonly RegExp[] = [
	/^[ \t]*(?:(?:[-*_][ \t]*){3,}|=+)$/gm,
	/^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?(?:#{1,6}[ \t]+)?/gm,
	/^(?=[ \t:|]*-)[ \t:|-]+$/gm,
	new RegExp(`!\\[[^\\]]*\\](?=${blank})`, 'g'),
	new RegExp(`\\[(?=[^\\[\\]\\n]*\\]${blank})|\\](?=${blank})`, 'g'),
	/[*~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu,
];
