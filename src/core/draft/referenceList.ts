// The list 参考文献 at the end of a draft without footnotes, numbered by hand or by us, and the numbers in the text
// that cite its entries.

import { lineHolding, type TextLine } from './lines';
import type { Block, Cite } from './blocks';
import { blank } from './mask';
import { numberBrackets, numberMarks, numberOf } from './numberMarks';

/** An entry: its number and its words. Half-open offsets. */
export interface ListEntry {
	readonly number: number;
	readonly numberStart: number;
	/** How many digits are written. */
	readonly numberLength: number;
	readonly start: number;
	readonly end: number;
	/** What stands before its number and behind it: `[` and `] `, or nothing and `. `. */
	readonly around: readonly [before: string, behind: string];
}

/** A draft to be read for its list: its lines, and which of them are code, comments and the like. */
export interface ListedDraft {
	readonly lines: readonly TextLine[];
	readonly closed?: readonly unknown[];
}

/** Attributes that pandoc reads behind a heading: `{-}`, `{#refs .unnumbered}`. */
export const headingAttributes = /\{(?:[-#.]|[\w-]+=)[^{}]*\}$/;
const heading = /^(?:#{1,6}\s*)?(?:\*\*)?参考文献(?:\*\*)?(?:\s*[：:])?(?:\s+#+)?$/;
const bracketed = /^(\s*)(\\?[[［〔【]\s*)([\d０-９]+)(\s*\\?[\]］〕】]\s*)((?:.*\S)?)\s*$/;
/** 1. 甲, 1、甲: a number that is none of the words, as in 1.5. */
const dotted = /^(\s*)()([\d０-９]{1,3})([.．、](?![\d０-９])\s*|\\\.\s*)(\S(?:.*\S)?)\s*$/;

/** Whether a line is the heading of a list 参考文献, with or without the marks and attributes of Markdown. */
export function isListHead(line: string): boolean {
	return heading.test(line.trim().replace(headingAttributes, '').trim());
}

/** The headings of the lists of a draft under which entries stand. */
export function listHeads(lines: readonly TextLine[]): TextLine[] {
	return lines.filter((line, at) => {
		if (!isListHead(line.text)) return false;
		const next = lines.slice(at + 1).find(one => one.text.trim() !== '');
		return next !== undefined && entryOn(next) !== undefined;
	});
}

/** The line of the heading of the last list; -1 where there is none. */
export function lastHead({ lines, closed }: ListedDraft): number {
	return lines.findLastIndex((line, at) => !closed?.[at] && isListHead(line.text));
}

/**
 * The entries of the last list 参考文献 of a draft, each with the lines on which it goes on; none where there is no
 * list.
 */
export function listEntries(draft: ListedDraft): ListEntry[] {
	const { lines } = draft;
	const entries: ListEntry[] = [];
	let right = false;
	for (const line of lines.slice(lastHead(draft) + 1 || lines.length)) {
		const entry = entryOn(line);
		const last = entries.at(-1);
		if (entry && isNext(last, entry)) entries.push(entry);
		else if (line.text.trim() !== '') {
			if (!last || !right || !goesOn(lines, last, line)) break;
			entries[entries.length - 1] = { ...last, end: line.start + line.text.trimEnd().length };
		}
		right = line.text.trim() !== '';
	}
	return entries;
}

/** The entry that begins on a line. */
function entryOn({ start: lineStart, text }: TextLine): ListEntry | undefined {
	const found = bracketed.exec(text) ?? dotted.exec(text);
	if (!found) return undefined;
	const [, space = '', before = '', digits = '', behind = '', words = ''] = found;
	const open = before.replace('\\', '').trim();
	if (open !== '' && numberBrackets.get(open) !== behind.replace('\\', '').trim()) return undefined;
	const numberStart = lineStart + space.length + before.length;
	const numberLength = digits.length;
	const start = numberStart + numberLength + behind.length;
	return {
		number: numberOf(digits),
		numberStart,
		numberLength,
		start,
		end: start + words.length,
		around: [before, behind],
	};
}

/** Whether an entry follows another: of a list without brackets in the same shape, and counted on. */
function isNext(last: ListEntry | undefined, { number, around }: ListEntry): boolean {
	const isBare = around[0] === '';
	if (!last) return !isBare || number === 1;
	return isBare === (last.around[0] === '') && (!isBare || number > last.number);
}

/** Whether a line right below an entry is more of it: it is indented, or the entry has no end as yet. */
function goesOn(lines: readonly TextLine[], { end }: ListEntry, line: TextLine): boolean {
	const before = lineHolding(lines, end).text.trimEnd();
	return /^[ \t]/.test(line.text) || !/[.。．！？!?]$/.test(before);
}

/** A page that is raised behind a number. */
const raisedPage = /[⁰¹²³⁴-⁹⁻]+/y;

/** The paragraphs before the list, each without the numbers that cite its entries; those are citations instead. */
export function withoutNumbers(blocks: readonly Block[], draft: ListedDraft): readonly Block[] {
	const numbers = new Set(listEntries(draft).map(({ number }) => number));
	const head = draft.lines[lastHead(draft)];
	if (numbers.size === 0 || !head) return blocks;
	return blocks.map(block => {
		if (block.start >= head.start) return block;
		return unnumbered(block, numbers);
	});
}

function unnumbered(block: Block, numbers: ReadonlySet<number>): Block {
	const { text } = block;
	const cites: Cite[] = [];
	let rest = '';
	for (const { start, end, means } of numberMarks(text)) {
		if (!means.every(number => numbers.has(number))) continue;
		raisedPage.lastIndex = end;
		const behind = end + (raisedPage.exec(text)?.[0].length ?? 0);
		cites.push({ label: '', start, end: behind, form: 'note' });
		rest += text.slice(rest.length, start) + blank.repeat(behind - start);
	}
	if (cites.length === 0) return block;
	const all = [...block.cites, ...cites].sort((a, b) => a.start - b.start);
	return { ...block, text: rest + text.slice(rest.length), cites: all };
}
