// Numbers in a draft without footnotes: `[1]` and the list 参考文献 at its end.

import { lineHolding, type TextLine } from '../../draft/lines';
import type { Draft } from '../../draft/draft';
import { placeAtEnd, sameLine } from './footnotePlaces';
import { blankLine, finalLineEnd } from '../../draft/conventions';

/** A number for the text and, where the reference is not listed yet, the line for the list. */
export interface NumberPlan {
	readonly text: string;
	readonly elsewhere: (written: Draft) => { readonly at: number; readonly text: string } | undefined;
	/** Whether the numbers still follow the order of appearance. */
	readonly ordered: boolean;
}

const heading = /^\s*(?:#{1,6}\s*)?(?:\*\*)?参考文献(?:\*\*)?\s*[：:]?\s*$/;
const listed = /^\s*\\?\[(\d+)\\?\]\s*(.*)$/;

/** An entry of a list 参考文献 that is numbered by hand or by us: its number and its words. Half-open offsets. */
export interface ListEntry {
	readonly number: number;
	readonly numberStart: number;
	/** How many digits are written. */
	readonly numberLength: number;
	readonly start: number;
	readonly end: number;
}

/** The headings of the lists of a draft under which entries stand. */
export function listHeads(lines: readonly TextLine[]): TextLine[] {
	return lines.filter((line, at) => {
		if (!heading.test(line.text)) return false;
		const next = lines.slice(at + 1).find(one => one.text.trim() !== '');
		return next !== undefined && listed.test(next.text);
	});
}

/** A draft to be read for its list: its lines, and which of them are code, comments and the like. */
export interface ListedDraft {
	readonly lines: readonly TextLine[];
	readonly closed?: readonly unknown[];
}

const entryHead = /^(\s*\\?\[)(\d+)(\\?\]\s*)(.*?)\s*$/;

/**
 * The entries of the last list 参考文献 of a draft, each with the lines on which it goes on; none where there is no
 * list.
 */
export function listEntries(draft: ListedDraft): ListEntry[] {
	const { lines } = draft;
	const entries: ListEntry[] = [];
	let right = false;
	for (const line of lines.slice(lastHead(draft) + 1 || lines.length)) {
		const entry = entryHead.exec(line.text);
		const last = entries.at(-1);
		if (entry) {
			const [, open = '', digits = '', close = '', words = ''] = entry;
			const numberStart = line.start + open.length;
			const numberLength = digits.length;
			const start = numberStart + numberLength + close.length;
			entries.push({ number: Number(digits), numberStart, numberLength, start, end: start + words.length });
		} else if (line.text.trim() !== '') {
			if (!last || !right || !goesOn(lines, last, line)) break;
			entries[entries.length - 1] = { ...last, end: line.start + line.text.trimEnd().length };
		}
		right = line.text.trim() !== '';
	}
	return entries;
}

function lastHead({ lines, closed }: ListedDraft): number {
	return lines.findLastIndex((line, at) => !closed?.[at] && heading.test(line.text));
}

/** Whether a line right below an entry is more of it: it is indented, or the entry has no end as yet. */
function goesOn(lines: readonly TextLine[], { end }: ListEntry, line: TextLine): boolean {
	const before = lineHolding(lines, end).text.trimEnd();
	return /^[ \t]/.test(line.text) || !/[.。．！？!?]$/.test(before);
}

/** A number or a group of them in brackets, e.g. `[1，3-5]`; half-open offsets, each number with its own. */
export interface NumberMark {
	readonly start: number;
	readonly end: number;
	readonly numbers: readonly { readonly number: number; readonly start: number; readonly end: number }[];
	/** What the mark means: `1-3` is 1, 2, 3. */
	readonly means: readonly number[];
	/** Whether it names a stretch by its ends. */
	readonly range: boolean;
}

/** The marks of a text in which numbers are cited; what begins an entry of a list looks the same. */
export function numberMarks(text: string): NumberMark[] {
	return [...text.matchAll(/\[(\d{1,4}(?:\s*[-–,，、]\s*\d{1,4})*)\]/g)].map(({ 0: all, 1: inner = '', index }) => ({
		start: index,
		end: index + all.length,
		numbers: [...inner.matchAll(/\d+/g)].map(({ 0: digits, index: at }) => {
			const start = index + 1 + at;
			return { number: Number(digits), start, end: start + digits.length };
		}),
		means: spelled(inner),
		range: /[-–]/.test(inner),
	}));
}

function spelled(mark: string): number[] {
	return mark.split(/[,，、]/).flatMap(part => {
		const [from = 0, to] = part.split(/[-–]/).map(Number);
		return to === undefined || to <= from || to - from > 100
			? [from]
			: Array.from({ length: to - from + 1 }, (_, at) => from + at);
	});
}

/** A higher number in brackets is a year. */
export const highest = 999;

/** Plans `[n]` at offsets: the number of a reference that is listed, else the next one. */
export function planNumber(draft: Draft, open: readonly number[], reference: string, end: string): NumberPlan {
	const { text, lines, language } = draft;
	const head = lastHead(draft);
	const entries = listEntries(draft);
	const known = entries.find(entry => plainLine(text.slice(entry.start, entry.end)) === reference);
	// A number that stands in the text and has no entry yet is somebody else's.
	const used = numberMarks(text).flatMap(mark => mark.means.filter(one => one <= highest));
	const number = known?.number ?? Math.max(0, ...entries.map(entry => entry.number), ...used) + 1;
	const listStart = lines[head]?.start ?? text.length;
	const behind = [...text.slice(open[0] ?? 0, listStart).matchAll(/\[(\d+)\]/g)].map(one => Number(one[1]));
	const line = `[${number}] ${reference}`;
	return {
		text: `[${number}]`,
		ordered: known !== undefined || !behind.some(other => other > 0 && other < number),
		elsewhere: written => {
			if (known) return undefined;
			// In Markdown lines that follow each other are one paragraph.
			const between = language === 'markdown' ? end + end : end;
			const last = entries.at(-1);
			const above = last ? lineHolding(lines, last.end) : lines[head];
			const below = above && lines[lines.indexOf(above) + 1];
			// What is written right below would be more of the entry.
			const apart = below && open.some(one => below.start <= one && one <= below.start + below.text.length);
			if (above) return { at: above.start + above.text.length, text: between + line + (apart ? end : '') };
			const list = (language === 'markdown' ? '## 参考文献' : '参考文献') + between + line;
			const place = language === 'markdown' ? placeAtEnd(written) : written.text.length;
			const before = blankLine(written.text.slice(0, place), end);
			if (place < written.text.length) return { at: sameLine(draft, written, place), text: before + list + end + end };
			return { at: text.length, text: before + list + finalLineEnd(text, end) };
		},
	};
}

function plainLine(text: string): string {
	return text.replace(/\s*[\r\n]\s*/g, ' ');
}
