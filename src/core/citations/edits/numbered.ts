// Numbers in a draft without footnotes: `[1]` and the list 参考文献 at its end.

import { textLines, type TextLine } from '../../draft/lines';
import type { DraftLanguage } from './escape';
import { blankLine } from './conventions';

/** A number for the text and, where the reference is not listed yet, the line for the list. */
export interface NumberPlan {
	readonly text: string;
	readonly elsewhere: (written: string) => { readonly at: number; readonly text: string } | undefined;
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

/** The entries of the last list 参考文献 of a draft; none where there is no list. */
export function listEntries(lines: readonly TextLine[]): ListEntry[] {
	const head = lines.findLastIndex(line => heading.test(line.text));
	const entries: ListEntry[] = [];
	for (const line of head < 0 ? [] : lines.slice(head + 1)) {
		const entry = /^(\s*\\?\[)(\d+)(\\?\]\s*)(.*?)\s*$/.exec(line.text);
		if (entry) {
			const numberStart = line.start + entry[1]!.length;
			const start = numberStart + entry[2]!.length + entry[3]!.length;
			entries.push({
				number: Number(entry[2]),
				numberStart,
				numberLength: entry[2]!.length,
				start,
				end: start + entry[4]!.length,
			});
		} else if (line.text.trim() !== '') break;
	}
	return entries;
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
	return [...text.matchAll(/\[(\d{1,4}(?:\s*[-–,，、]\s*\d{1,4})*)\]/g)].map(mark => ({
		start: mark.index,
		end: mark.index + mark[0].length,
		numbers: [...mark[1]!.matchAll(/\d+/g)].map(one => {
			const start = mark.index + 1 + one.index;
			return { number: Number(one[0]), start, end: start + one[0].length };
		}),
		means: spelled(mark[1]!),
		range: /[-–]/.test(mark[1]!),
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

/** Plans `[n]` at an offset: the number of a reference that is listed, else the next one. */
export function planNumber(
	draft: string,
	offset: number,
	reference: string,
	language: DraftLanguage,
	end: string,
): NumberPlan {
	const lines = textLines(draft);
	const head = lines.findLastIndex(line => heading.test(line.text));
	const entries: { number: number; text: string; behind: number }[] = [];
	for (const line of head < 0 ? [] : lines.slice(head + 1)) {
		const entry = listed.exec(line.text);
		if (entry)
			entries.push({ number: Number(entry[1]), text: entry[2]!.trim(), behind: line.start + line.text.length });
		else if (line.text.trim() !== '') break;
	}
	const known = entries.find(entry => entry.text === reference);
	// A number that stands in the text and has no entry yet is somebody else's.
	const used = numberMarks(draft).flatMap(mark => mark.means.filter(one => one <= highest));
	const number = known?.number ?? Math.max(0, ...entries.map(entry => entry.number), ...used) + 1;
	const listStart = head < 0 ? draft.length : lines[head]!.start;
	const behind = [...draft.slice(offset, listStart).matchAll(/\[(\d+)\]/g)].map(one => Number(one[1]));
	const line = `[${number}] ${reference}`;
	return {
		text: `[${number}]`,
		ordered: known !== undefined || !behind.some(other => other > 0 && other < number),
		elsewhere: written => {
			if (known) return undefined;
			// In Markdown lines that follow each other are one paragraph.
			const between = language === 'markdown' ? end + end : end;
			const last = entries.at(-1);
			if (last) return { at: last.behind, text: between + line };
			if (head >= 0) return { at: lines[head]!.start + lines[head]!.text.length, text: between + line };
			const title = language === 'markdown' ? '## 参考文献' : '参考文献';
			return {
				at: draft.length,
				text: blankLine(written, end) + title + between + line + (/[\r\n]$/.test(draft) ? end : ''),
			};
		},
	};
}
