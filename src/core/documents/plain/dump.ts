// A page saved as text → the article's paragraphs, numbered as records count them, and what the page says of where it
// is from.

import type { LineKind } from './lineKinds';
import { isTraditional, simplify, widenMarks } from '../marks';
import { isName, provenanceOf, type Provenance } from './provenance';
import { unitsOf, type Unit } from './units';

/**
 * One paragraph of the body. `block`: a quotation set apart, its attribution after it; line counts from 1 in the dump.
 */
export interface DumpParagraph {
	readonly text: string;
	readonly kind: 'paragraph' | 'heading' | 'block';
	readonly line: number;
}

/** A line that is not the article's. */
export interface Dropped {
	readonly text: string;
	readonly line: number;
	readonly reason: Exclude<LineKind, 'text' | 'heading' | 'short'> | 'title' | 'repeated' | 'outside';
}

export interface Dump {
	readonly title: string | undefined;
	readonly paragraphs: readonly DumpParagraph[];
	readonly provenance: Provenance;
	readonly dropped: readonly Dropped[];
	/** Whether the page was in traditional script (the answer is simplified unless told otherwise). */
	readonly traditional: boolean;
}

export interface DumpOptions {
	/** Name of the file; a title of last resort is not made from it. */
	readonly name?: string;
	/** Keep script and marks as the page has them. Default: simplified script, full-width marks. */
	readonly verbatim?: boolean;
}

/** What a line counts for or against the stretch it lies in; prose counts its length. */
function weight(row: Unit): number {
	switch (row.kind) {
		case 'text':
			return row.text.length;
		case 'heading':
			return 4;
		case 'short':
			return -6;
		case 'caption':
		case 'metadata':
		case 'byline':
		case 'note':
			return -15;
		case 'frame':
		case 'links':
			return -40;
		case 'stamp':
		case 'teaser':
			return -100;
		case 'related':
		case 'end':
		case 'spam':
			return -300;
	}
}

/**
 * Reads a dump. The body is the heaviest stretch of lines (prose for, frame against), and inside it every line that is
 * not
 * by itself part of the frame is a paragraph; title, dates, bylines, captions and names of pictures are none. Never
 * throws.
 */
export function readDump(text: string, options: DumpOptions = {}): Dump {
	const all = unitsOf(text);
	const traditional = isTraditional(text);
	const final = (line: string) => {
		if (options.verbatim) return line;
		return widenMarks(traditional ? simplify(line) : line);
	};
	const [from, to] = heaviest(all);
	const titleAt = findTitle(all, from);
	const title = titleAt === undefined ? undefined : all[titleAt]!.text;
	const paragraphs: DumpParagraph[] = [];
	const dropped: Dropped[] = [];
	all.forEach((row, i) => {
		if (i === titleAt) return dropped.push({ text: row.text, line: row.line, reason: 'title' });
		const own = row.kind === 'text' || row.kind === 'heading' || row.kind === 'short';
		if (i >= from && i < to && own) {
			if (row.text === title) return dropped.push({ text: row.text, line: row.line, reason: 'repeated' });
			return paragraphs.push({
				text: final(row.text),
				kind: row.kind === 'text' ? 'paragraph' : 'heading',
				line: row.line,
			});
		}
		const name = i === from - 1 && isName(row.text);
		return dropped.push({
			text: row.text,
			line: row.line,
			reason:
				row.kind === 'text' || row.kind === 'heading' || row.kind === 'short'
					? name
						? 'byline'
						: 'outside'
					: row.kind,
		});
	});
	const provenance = provenanceOf(all, from, to, final);
	return {
		title: title === undefined ? undefined : final(title),
		paragraphs: blocks(paragraphs),
		provenance,
		dropped,
		traditional,
	};
}

/** The stretch of greatest weight, half-open; of a text without any prose, all of it. */
function heaviest(all: readonly Unit[]): readonly [number, number] {
	let best = 0;
	let range: readonly [number, number] = [0, all.length];
	let sum = 0;
	let start = 0;
	all.forEach((row, i) => {
		if (sum <= 0 || divides(all, i)) [sum, start] = [0, i];
		sum += weight(row);
		if (sum > best) [best, range] = [sum, [start, i + 1]];
	});
	return range;
}

/** Whether a line parts two texts for good: spam always, an end unless prose stands right before and after it. */
function divides(all: readonly Unit[], i: number): boolean {
	const kind = all[i]!.kind;
	return kind === 'spam' || (kind === 'end' && !(all[i - 1]?.kind === 'text' && all[i + 1]?.kind === 'text'));
}

/** How many lines above the body are looked at for its title. */
const headLines = 8;

/**
 * The longest line of the head that may be a title: the head is what stands right above the body, down from the page's
 * frame.
 */
function findTitle(all: readonly Unit[], from: number): number | undefined {
	let found: number | undefined;
	for (let i = from - 1; i >= 0 && i >= from - headLines; i--) {
		const { kind, text } = all[i]!;
		if (kind === 'metadata' || kind === 'byline' || kind === 'stamp' || kind === 'caption' || kind === 'note') continue;
		if (kind !== 'short' && kind !== 'heading') {
			if (kind === 'text' && found === undefined && text.length <= 60) found = i; // a title that is a question or a sentence
			break;
		}
		if (text.length < 5 || text.length > 80 || /^(?:——|--)/.test(text)) continue;
		if (found === undefined || text.length >= all[found]!.text.length) found = i;
	}
	return found;
}

/** Paragraphs right before a line that begins with a dash and attributes them are quotations set apart. */
function blocks(paragraphs: readonly DumpParagraph[]): readonly DumpParagraph[] {
	const quoted = new Set<number>();
	paragraphs.forEach((paragraph, i) => {
		if (!/^(?:——|--)/.test(paragraph.text) || paragraph.kind === 'paragraph') return;
		quoted.add(i);
		for (let k = i - 1; k >= 0 && paragraphs[k]!.kind === 'paragraph' && paragraphs[k]!.text.length <= 200; k--)
			quoted.add(k);
	});
	return paragraphs.map((paragraph, i) => (quoted.has(i) ? { ...paragraph, kind: 'block' as const } : paragraph));
}
