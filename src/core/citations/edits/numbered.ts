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
	readonly start: number;
	readonly end: number;
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
			entries.push({ number: Number(entry[2]), numberStart, start, end: start + entry[4]!.length });
		} else if (line.text.trim() !== '') break;
	}
	return entries;
}

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
	const number = known?.number ?? Math.max(0, ...entries.map(entry => entry.number)) + 1;
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
