// 附件：1. … 2. … at the end of a text: the annexes that it lists.

import type { ProseLine } from './numberedLines';

/** An annex that is listed; offsets of the draft. */
export interface AnnexEntry {
	/** Its number; one alone, without a number, is the first. */
	readonly value: number;
	readonly name: string;
	/** The number as written, and where it stands. */
	readonly mark: string;
	readonly start: number;
	readonly line: ProseLine;
}

const opening = /^附件\s*[：:]\s*(?=\S)/;
/** A number between or before names. */
const numbers = /(?<=^|[\s\u3000；;])(\d{1,2})\s*[.．、]\s*(?!\d)/g;
/** A longer line, or one that is a sentence, is text. */
const longest = 80;
/** A larger gap is another list. */
const largestGap = 3;

/** The annexes of the first list of a draft, in order. */
export function annexList(lines: readonly ProseLine[]): readonly AnnexEntry[] {
	const from = lines.findIndex(({ text }) => opening.test(text));
	const [first, ...rest] = from < 0 ? [] : lines.slice(from, from + 40);
	if (!first) return [];
	const entries = [...entriesIn(first, opening.exec(first.text)?.[0].length ?? 0)];
	if (entries[0]?.value !== 1) return [];
	for (const line of rest) {
		const more = entriesIn(line, 0);
		if (!goesOn(entries, more) || line.depth !== undefined) break;
		entries.push(...more);
	}
	return entries;
}

/** Whether the names of a line are the next of a list. */
function goesOn(entries: readonly AnnexEntry[], [next]: readonly AnnexEntry[]): boolean {
	const gap = (next?.value ?? 0) - (entries.at(-1)?.value ?? 0);
	return next !== undefined && next.mark !== '' && gap >= 0 && gap <= largestGap;
}

/** The names of a line and their numbers; one without a number is the first. */
function entriesIn(line: ProseLine, from: number): readonly AnnexEntry[] {
	const text = line.text.slice(from);
	if (text.length > longest || /[。！？]/.test(text)) return [];
	const found = [...text.matchAll(numbers)];
	if (found[0]?.index !== 0) {
		const entry = { value: 1, name: text.trim(), mark: '', start: line.start + from, line };
		return [entry];
	}
	return found.map(({ 0: mark, 1: digits, index }, at) => ({
		value: Number(digits),
		name: text.slice(index + mark.length, found[at + 1]?.index).replace(/[\s\u3000；;]+$/, ''),
		mark: mark.trimEnd(),
		start: line.start + from + index,
		line,
	}));
}
