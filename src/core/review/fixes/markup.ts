// Whether edits of a paragraph leave its markup what it is: emphasis opens and closes as before, lines begin as
// before.

import type { Block } from '../../draft/blocks';
import type { Edit } from '../../draft/edit';

/** Emphasis in a line: runs of one mark, and whether each may open and may close (CommonMark 0.31, 6.2). */
const runs = /(?<!\\)(?:\*+|_+|~~+)/g;
/** What begins a block, or goes on with one. */
const beginning = /^(?:\s|>|#{1,6}(?=\s)|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[\^[^\]\s]+\]:)*/;

/** `balanced`: asked for the quotation marks of the paragraph after the edits, where it holds before them. */
export function keepsMarkup(
	draft: string,
	block: Block,
	edits: readonly Edit[],
	balanced?: (marks: readonly string[]) => boolean,
): boolean {
	const before = draft.slice(block.start, block.start + block.text.length);
	let after = '';
	let at = block.start;
	for (const edit of edits) {
		if (edit.start < at || edit.end > block.start + block.text.length) return false;
		after += draft.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	after += draft.slice(at, block.start + block.text.length);
	if (balanced) {
		const marks = (text: string) => text.match(/[“”‘’「」『』]/g) ?? [];
		if (balanced(marks(before)) && !balanced(marks(after))) return false;
	}
	return sameLines(before, after) && emphasis(before) === emphasis(after) && emptied(after) <= emptied(before);
}

/** How many links have no words, and commands nothing between their braces. */
function emptied(text: string): number {
	return text.match(/\[\](?=[([])|(?<!\\)\{\}/g)?.length ?? 0;
}

function beginningOf(line: string): string {
	return beginning.exec(line)?.[0] ?? '';
}

function sameLines(before: string, after: string): boolean {
	const [old, fresh] = [before.split(/\r\n|\r|\n/), after.split(/\r\n|\r|\n/)];
	return (
		old.length === fresh.length &&
		old.every((line, at) => {
			const other = fresh[at] ?? '';
			const [was, is] = [beginningOf(line), beginningOf(other)];
			return was === is && (line.length === was.length) === (other.length === is.length);
		})
	);
}

/** A run of marks of emphasis. */
interface Run {
	readonly marks: string;
	readonly index: number;
	readonly opens: boolean;
	readonly closes: boolean;
}

function runsOf(text: string): Run[] {
	return [...text.matchAll(runs)].map(({ 0: marks, index }) => {
		const before = text[index - 1] ?? ' ';
		const after = text[index + marks.length] ?? ' ';
		const space = (mark: string) => /\s/.test(mark);
		const mark = (one: string) => /[\p{P}\p{S}]/u.test(one);
		const opens = !space(after) && (!mark(after) || space(before) || mark(before));
		const closes = !space(before) && (!mark(before) || space(after) || mark(after));
		return { marks, index, opens, closes };
	});
}

function emphasis(text: string): string {
	return runsOf(text)
		.map(({ marks, opens, closes }) => `${marks}${opens ? 'o' : ''}${closes ? 'c' : ''}`)
		.join(' ');
}

/**
 * Whether a run may close another one (CommonMark 0.31, emphasis and strong emphasis, rules 9 and 10): where one of
 * them may open and close, their lengths together are no multiple of three, unless both are.
 */
function pairs(opener: Run, closer: Run): boolean {
	if (opener.marks[0] !== closer.marks[0]) return false;
	const isBoth = (run: Run) => run.opens && run.closes;
	const isThrice = (length: number) => length % 3 === 0;
	const [one, other] = [opener.marks.length, closer.marks.length];
	if (!isBoth(opener) && !isBoth(closer)) return true;
	return !isThrice(one + other) || (isThrice(one) && isThrice(other));
}

/** Whether emphasis that opens before a place of a paragraph of Markdown closes behind it. */
export function isWithinEmphasis(text: string, at: number): boolean {
	const open: (Run & { left: number })[] = [];
	for (const run of runsOf(text)) {
		const { marks, index, opens, closes } = run;
		let left = marks.length;
		while (closes && left > 0) {
			const found = open.findLastIndex(one => pairs(one, run));
			const opener = open[found];
			if (!opener) break;
			if (opener.index < at && at <= index) return true;
			const paired = Math.min(left, opener.left);
			left -= paired;
			opener.left -= paired;
			open.length = opener.left > 0 ? found + 1 : found;
		}
		if (opens && left > 0) open.push({ ...run, left });
	}
	return false;
}

/** Whether keys stay keys: directly behind a letter or a digit `@key` is none, and letters behind it are more of it. */
export function keepsKeys(text: string, edits: readonly Edit[]): boolean {
	const endsInLetter = (of: string) => /[\p{L}\p{N}_]$/u.test(of);
	return edits.every(({ start, end, text: words }) => {
		const before = text.slice(Math.max(0, start - 200), start);
		const more = /@[^\s@[\]{}]*[\p{L}\p{N}_]$/u.test(before) && /^[\p{L}\p{N}_]/u.test(words);
		const key = /^-?@/.test(text.slice(end, end + 2));
		return !more && (!key || endsInLetter(before + words) === endsInLetter(text.slice(Math.max(0, end - 2), end)));
	});
}
