// Numbers in a draft without footnotes: `[1]` and the list 参考文献 at its end.

import { blankLine, finalLineEnd } from '../../draft/conventions';
import type { Draft } from '../../draft/draft';
import { lineHolding } from '../../draft/lines';
import { highest, numberBrackets, numberMarks, type NumberMark } from '../../draft/numberMarks';
import { lastHead, listEntries, type ListEntry } from '../../draft/referenceList';
import { placeAtEnd, sameLine } from './footnotePlaces';
import { joinedLines } from '../../text/words/textEnd';

/** A number for the text and, where the reference is not listed yet, the line for the list. */
export interface NumberPlan {
	readonly text: string;
	readonly elsewhere: (written: Draft) => { readonly at: number; readonly text: string } | undefined;
	/** Whether the numbers still follow the order of appearance. */
	readonly ordered: boolean;
}

/** How a number is written in the text, and in the list. */
interface Shape {
	readonly brackets: readonly [open: string, close: string];
	readonly around: ListEntry['around'];
}

/** The shape of the numbers in the text, and of the list; one of them where the other has none as yet. */
function shapeOf(entries: readonly ListEntry[], marks: readonly NumberMark[]): Shape {
	const heads = new Set(entries.map(({ numberStart, around }) => numberStart - around[0].length));
	const cited = marks.filter(one => !heads.has(one.start) && one.means.every(each => each <= highest)).at(-1)?.brackets;
	const around = entries.at(-1)?.around;
	const open = around?.[0].replace('\\', '').trim() ?? '[';
	const brackets = cited ?? [numberBrackets.has(open) ? open : '[', numberBrackets.get(open) ?? ']'];
	return { brackets, around: around ?? [brackets[0], `${brackets[1]} `] };
}

/** Plans `[n]` at offsets: the number of a reference that is listed, else the next one. */
export function planNumber(draft: Draft, open: readonly number[], reference: string, end: string): NumberPlan {
	const { text, lines, language } = draft;
	const head = lastHead(draft);
	const entries = listEntries(draft);
	const known = entries.find(entry => plainLine(text.slice(entry.start, entry.end)) === reference);
	// A number that stands in the text and has no entry yet is somebody else's.
	const marks = numberMarks(text);
	const used = marks.flatMap(mark => mark.means.filter(one => one <= highest));
	const number = known?.number ?? Math.max(0, ...entries.map(entry => entry.number), ...used) + 1;
	const listStart = lines[head]?.start ?? text.length;
	const behind = marks.filter(one => (open[0] ?? 0) <= one.start && one.end <= listStart).flatMap(one => one.means);
	const last = entries.at(-1);
	const { brackets, around } = shapeOf(entries, marks);
	const line = around.join(String(number)) + reference;
	return {
		text: brackets.join(String(number)),
		ordered: known !== undefined || !behind.some(other => other > 0 && other < number),
		elsewhere: written => {
			if (known) return undefined;
			// In Markdown lines that follow each other are one paragraph.
			const between = language === 'markdown' && around[0] !== '' ? end + end : end;
			const above = last ? lineHolding(lines, last.end) : lines[head];
			const below = above && lines[lines.indexOf(above) + 1];
			// What is written right below would be more of the entry.
			const apart = below && open.some(one => below.start <= one && one <= below.start + below.text.length);
			if (above) return { at: above.start + above.text.length, text: between + line + (apart ? end : '') };
			const title = language === 'markdown' ? '## 参考文献' : '参考文献';
			const list = title + between + line;
			const place = language === 'markdown' ? placeAtEnd(written) : written.text.length;
			const before = blankLine(written.text.slice(0, place), end);
			if (place < written.text.length) return { at: sameLine(draft, written, place), text: before + list + end + end };
			return { at: text.length, text: before + list + finalLineEnd(text, end) };
		},
	};
}

function plainLine(text: string): string {
	return joinedLines(text, ' ');
}
