// Footnotes and keys with full-width marks, as a Chinese keyboard writes them: ［^1］, [^1]：, [＠key]. Markdown reads
// none of them, and nobody sees why.

import { clusterKeys } from '../draft/clusters';
import type { Draft } from '../draft/draft';
import { labelKey } from '../draft/notes';

/** A footnote or a group of keys as it is written, and as Markdown has it. Offsets of the draft, half-open. */
export interface WideMark {
	readonly start: number;
	readonly end: number;
	readonly wording: string;
	/** The label of a footnote, and whether its text stands behind. */
	readonly label?: string;
	readonly defines: boolean;
	/** The keys that are cited. */
	readonly keys: readonly string[];
}

const note = /[[［【][\^＾]([^[\]［］【】\s\0:：]{1,100})[\]］】]([:：]?)/g;
const keyGroup = /[[［【](?![\^＾])([^[\]［］【】\r\n\0]{0,300}[@＠][^[\]［］【】\r\n\0]{1,300})[\]］】](?![({（])/g;
const anyWide = /[［］【】＾＠；：]/;
/** What may stand before a definition on its line. */
const lineHead = /(?:^|\n)[ \t>]*$/;

/** What a draft in Markdown writes with full-width marks, in its order. */
export function wideMarks(draft: Draft): readonly WideMark[] {
	if (draft.language !== 'markdown' || !anyWide.test(draft.masked)) return [];
	return [...wideNotes(draft), ...wideGroups(draft)].sort((a, b) => a.start - b.start);
}

function wideNotes({ masked, definitions }: Draft): WideMark[] {
	const defined = new Set(definitions.map(one => labelKey(one.label)));
	return [...masked.matchAll(note)].flatMap(({ 0: all, 1: label = '', 2: colon = '', index }) => {
		const isHead = lineHead.test(masked.slice(Math.max(0, index - 20), index));
		// Where the note has its text elsewhere, a line just begins with a reference to it.
		const defines = colon !== '' && isHead && !defined.has(labelKey(label));
		const written = defines ? all : all.slice(0, all.length - colon.length);
		if (!/[［］【】＾]/.test(written) && !(defines && colon === '：')) return [];
		const end = index + written.length;
		const space = /[^\s]/.test(masked.charAt(end)) ? ' ' : '';
		return [{ start: index, end, wording: `[^${label}]${defines ? `:${space}` : ''}`, label, defines, keys: [] }];
	});
}

function wideGroups({ masked }: Draft): WideMark[] {
	return [...masked.matchAll(keyGroup)].flatMap(({ 0: all, 1: inner = '', index }) => {
		const group = inner.replaceAll('＠', '@').replace(/；[ \t]*(?=-?@)/g, '; ');
		const wording = `[${group}]`;
		const cited = wording === all ? undefined : clusterKeys(group, 0);
		if (!cited) return [];
		const keys = cited.map(one => one.key);
		return [{ start: index, end: index + all.length, wording, defines: false, keys }];
	});
}
