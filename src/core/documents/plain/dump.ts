// A page saved as text → the article's paragraphs, numbered as records count them, and what the page says of where it
// is from.

import { isOnlyMarks, isOrdinary, type LineKind, type OrdinaryKind } from './lineKinds';
import { isTraditional, simplify, widenMarks } from '../marks';
import { occasionOf, speakerOf } from '../official/notes';
import { isLetterhead, organsOf } from '../official/organ';
import { isPaperTitle } from '../official/paperTitle';
import { signatureOf } from '../official/signature';
import { dayOf } from '../official/writtenDate';
import { isPersonName } from '../../text/personName';
import { provenanceOf, type Provenance } from './provenance';
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
	readonly reason: Exclude<LineKind, OrdinaryKind> | 'title' | 'repeated' | 'outside';
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
const weights: Readonly<Record<Exclude<LineKind, 'text'>, number>> = {
	heading: 4,
	number: 4,
	address: 4,
	short: -6,
	caption: -15,
	metadata: -15,
	byline: -15,
	note: -15,
	frame: -40,
	links: -40,
	stamp: -100,
	teaser: -100,
	related: -300,
	end: -300,
	spam: -300,
};

function weight({ kind, text }: Unit): number {
	return kind === 'text' ? text.length : weights[kind];
}

/**
 * Reads a dump. The body is the heaviest stretch of lines (prose for, frame against), and inside it every line that is
 * not by itself part of the frame is a paragraph; title, dates, bylines, captions and names of pictures are none. Never
 * throws.
 */
export function readDump(text: string, options: DumpOptions = {}): Dump {
	const all = unitsOf(text);
	const traditional = isTraditional(text);
	const final = (line: string) => {
		if (options.verbatim) return line;
		if (traditional) return widenMarks(simplify(line));
		return widenMarks(line);
	};
	const [from, heavyEnd] = heaviest(all);
	const to = behindSignature(all, heavyEnd);
	const titleUnit = findTitle(all, from);
	const headOfText = linesOfHead(all, titleUnit, from);
	const title = titleUnit?.text;
	const signed = signatureUnits(all);
	const paragraphs: DumpParagraph[] = [];
	const dropped: Dropped[] = [];
	const reasonAgainst = (unit: Unit, i: number): Dropped['reason'] | undefined => {
		const { kind, text } = unit;
		if (unit === titleUnit) return 'title';
		if ((i >= heavyEnd && i < to) || (i >= from && i < to && signed.has(unit))) return undefined;
		if (!isOrdinary(kind)) return kind;
		if (i >= from && i < to) return text === title ? 'repeated' : undefined;
		if (headOfText.has(unit)) return undefined;
		return i === from - 1 && isPersonName(text) ? 'byline' : 'outside';
	};
	all.forEach((unit, i) => {
		const { text, line, kind } = unit;
		const reason = reasonAgainst(unit, i);
		if (reason !== undefined) dropped.push({ text, line, reason });
		else paragraphs.push({ text: final(text), kind: kind === 'text' ? 'paragraph' : 'heading', line });
	});
	const provenance = provenanceOf(all, from, to, final);
	return {
		title: title && final(title),
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
	const signed = signatureUnits(all);
	all.forEach((unit, i) => {
		if (sum <= 0 || divides(unit, all[i - 1], all[i + 1])) [sum, start] = [0, i];
		sum += signed.has(unit) ? 0 : weight(unit);
		if (sum > best) [best, range] = [sum, [start, i + 1]];
	});
	return range;
}

/** Organs and the day below them: a paper may go on with its annexes. */
function signatureUnits(all: readonly Unit[]): ReadonlySet<Unit> {
	const found = new Set<Unit>();
	const lines = all.map(unit => unit.text);
	for (let at = 0; at < lines.length; at++) {
		if (dayOf(lines[at] ?? '') === undefined) continue;
		const from = Math.max(0, at - headLines);
		const signature = signatureOf(lines.slice(from, at + 1));
		if (signature?.to === at + 1 - from) for (const unit of all.slice(from + signature.from, at + 1)) found.add(unit);
	}
	return found;
}

/** The number of a paper, the note of a law's adoption, words to those spoken to, between the title and the text. */
function linesOfHead(all: readonly Unit[], title: Unit | undefined, from: number): ReadonlySet<Unit> {
	const above = all.slice(Math.max(0, from - headLines), from);
	return new Set(
		above.slice(title ? above.indexOf(title) + 1 : 0).filter(({ kind }) => kind === 'number' || kind === 'address'),
	);
}

/** Where the lines end with which a paper is signed, right behind the text; organs and days alone count little. */
function behindSignature(all: readonly Unit[], to: number): number {
	const signature = signatureOf(all.slice(to, to + headLines).map(unit => unit.text));
	const isNext = signature !== undefined && all.slice(to, to + signature.from).every(unit => /^附/.test(unit.text));
	return isNext ? to + signature.to : to;
}

/** Whether a line parts two texts for good: spam always, an end unless prose stands right before and after it. */
function divides({ kind }: Unit, before: Unit | undefined, after: Unit | undefined): boolean {
	return kind === 'spam' || (kind === 'end' && !(before?.kind === 'text' && after?.kind === 'text'));
}

/** How many lines above the body are looked at for its title. */
const headLines = 14;

/** Buttons may stand between a title and the text, menus do not. */
const longestButton = 4;

/** What may stand between a title and the text. */
const besideTitle: ReadonlySet<LineKind> = new Set([
	'metadata',
	'byline',
	'stamp',
	'caption',
	'note',
	'number',
	'address',
]);

/**
 * The longest line of the head that may be a title: the head is what stands right above the body, down from the page's
 * frame.
 */
export function findTitle(all: readonly Unit[], from: number): Unit | undefined {
	let title: Unit | undefined;
	for (const unit of all.slice(Math.max(0, from - headLines), from).reverse()) {
		const { kind, text } = unit;
		if (besideTitle.has(kind) || (kind === 'frame' && (text.length <= longestButton || isOnlyMarks(text)))) continue;
		if (kind !== 'short' && kind !== 'heading') {
			const isSentence = kind === 'text' && text.length <= 60; // a question, or a sentence
			return title ?? (isSentence ? unit : undefined);
		}
		if (mayBeTitle(text) && isBetterTitle(text, title?.text)) title = unit;
	}
	return title;
}

/** The title of a paper before any other line, else the longer one. */
function isBetterTitle(text: string, other: string | undefined): boolean {
	if (other === undefined) return true;
	const [one, two] = [isPaperTitle(text), isPaperTitle(other)];
	return one === two ? text.length >= other.length : one;
}

function mayBeTitle(text: string): boolean {
	if (text.length < 5 || text.length > 80 || /^(?:[—―]{2}|--)|[:：][\s|｜]*$/.test(text)) return false;
	if (isLetterhead(text) || organsOf(text).length > 0) return false;
	return occasionOf(text.replace(/(?<=上)\s.*$/, '')) === undefined && speakerOf(text) === undefined;
}

/** Paragraphs right before a line that begins with a dash and attributes them are quotations set apart. */
function blocks(paragraphs: readonly DumpParagraph[]): readonly DumpParagraph[] {
	const quoted = new Set<number>();
	paragraphs.forEach((paragraph, i) => {
		if (!/^(?:[—―]{2}|--)/.test(paragraph.text) || paragraph.kind === 'paragraph') return;
		quoted.add(i);
		for (let k = i - 1; mayBeQuoted(paragraphs[k]); k--) quoted.add(k);
	});
	return paragraphs.map((paragraph, i) => (quoted.has(i) ? { ...paragraph, kind: 'block' as const } : paragraph));
}

function mayBeQuoted(paragraph: DumpParagraph | undefined): boolean {
	return paragraph?.kind === 'paragraph' && paragraph.text.length <= 200;
}
