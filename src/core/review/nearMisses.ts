// Official terms and formulations, and the writer's own, written with what looks like a slip: a character that sounds
// or looks alike, one dropped, one put in.

import type { Corpus } from '../corpus/corpus';
import type { FindingOf } from '../draft/finding';
import { compact } from '../text/compact';
import { fold } from '../text/fold';
import { align, type Alignment, type Step } from './compare/align';
import type { Confusables } from '../text/confusables';
import { codesOf, letterStart, lettersEnd } from './compare/letterOffsets';
import type { ReferenceTexts } from './compare/referenceTexts';
import { VouchedWordings } from './vouched';
import { WordBorders } from './wordBorders';

/** A known wording; `record` is the id of its term or formulation. */
interface Known {
	readonly text: string;
	readonly letters: string;
	readonly codes: Uint16Array;
	readonly record: string;
	/** Whether marks stand in it: then they may stand in what is written. */
	readonly marks: boolean;
}

/** Two characters that stand together so often are taken for a word. */
const often = 5;

/** What stands for another word by mistake is so many times rarer. */
const fewTimes = 20;

/** A finding, and in how many characters it differs from what is known. */
type Slip = FindingOf<'wording.near'> & { readonly distance: number };

/** A part of a known wording, by which it is found. */
interface Piece {
	readonly known: Known;
	/** Where it begins in the letters of the wording. */
	readonly at: number;
	readonly text: string;
}

/** Words that are put in and left out as the sentence wants: no slip. */
const free = new Set(
	'的了和与及以而等之是在地得有要并对为所其这那个各于着过将把被由从向更不也都又很最新大小再可能会年月日式' +
		'一二三四五六七八九十0123456789abcdefghijklmnopqrstuvwxyz',
);

/** A paragraph with its letters, as code units too, and where each stands. */
interface Paragraph {
	readonly text: string;
	readonly letters: string;
	readonly codes: Uint16Array;
	readonly offsets: Uint32Array;
}

/** A wording of so many characters is short: in one of fewer nothing may be put in or left out. */
const shortest = 6;
/** So many of the first characters of a wording tell which it is. */
const shortestHead = 4;
/** In a wording of so many characters two may be wrong. */
const long = 10;

export class NearMisses {
	private readonly pieces = new Map<string, Piece[]>();
	/** The letters of every known wording, to see whether something is part of one. */
	private readonly all: string;
	private readonly vouched: VouchedWordings;
	private readonly borders: WordBorders;

	constructor(
		corpus: Corpus,
		private readonly authority: ReferenceTexts,
		private readonly confusables: Confusables,
		private readonly isKnown: (text: string) => boolean,
		private readonly isPlainWord = (pair: string) => pair.length === 2 && corpus.isWord(pair),
	) {
		const wordings: [string, string][] = [];
		for (const term of corpus.terms)
			for (const form of [term.term, ...(term.aliases ?? [])]) wordings.push([form, term.id]);
		for (const one of corpus.formulations) if (!one.text.includes('{')) wordings.push([one.text, one.id]);
		const seen = new Set<string>();
		for (const [text, record] of wordings) {
			const { text: letters } = compact(fold(text));
			if (letters.length < 4 || letters.length > 60 || seen.has(letters) || !/^\p{Script=Han}+$/u.test(letters))
				continue;
			seen.add(letters);
			const known: Known = {
				text,
				letters,
				record,
				marks: /[，。、；：]/.test(text),
				codes: codesOf(letters),
			};
			// With so many edits at least one of one more pieces is as it should be.
			const count = letters.length >= long ? 3 : 2;
			for (let part = 0; part < count; part++) {
				const at = Math.floor((letters.length * part) / count);
				const piece = { known, at, text: letters.slice(at, Math.floor((letters.length * (part + 1)) / count)) };
				const list = this.pieces.get(piece.text.slice(0, 2));
				if (list) list.push(piece);
				else this.pieces.set(piece.text.slice(0, 2), [piece]);
			}
		}
		this.all = [...seen].join('\0');
		this.vouched = new VouchedWordings(corpus, authority);
		this.borders = new WordBorders([authority.grams.letters, this.all]);
	}

	/** What of a paragraph looks like a slip; offsets of the paragraph. */
	in(text: string): FindingOf<'wording.near'>[] {
		const { text: letters, offsets } = compact(fold(text));
		const paragraph = { text, letters, offsets, codes: codesOf(letters) };
		const found = new Map<number, Slip>();
		for (let at = 0; at + 1 < letters.length; at++) {
			for (const piece of this.pieces.get(letters.slice(at, at + 2)) ?? []) {
				if (!letters.startsWith(piece.text, at) || letters.startsWith(piece.known.letters, at - piece.at)) continue;
				const slip = this.slipAt(piece, at, paragraph);
				const other = slip && found.get(slip.start);
				if (slip && (!other || slip.distance < other.distance || slip.end > other.end)) found.set(slip.start, slip);
			}
		}
		return withoutOverlaps([...found.values()]).map(({ code, severity, start, end, data }) => ({
			code,
			severity,
			start,
			end,
			data,
		}));
	}

	/** A known wording written with a slip, by a piece of it that stands at a letter as it should. */
	private slipAt({ known, at: offset }: Piece, at: number, paragraph: Paragraph): Slip | undefined {
		const { text, letters, codes, offsets } = paragraph;
		const size = known.letters.length;
		const mostEdits = size >= long ? 2 : 1;
		const slack = size >= shortest ? mostEdits : 0;
		const low = Math.max(0, at - offset - slack);
		const high = Math.min(letters.length, at - offset + size + slack);
		const found =
			this.replaced(known, at - offset, letters, mostEdits) ?? align(known.codes, 0, size, codes, low, high);
		const { distance, start, end, steps } = found;
		if (distance > mostEdits || !this.areSlips(found, known, letters)) return undefined;
		const isVouched = this.vouched.has(known.record, known.letters);
		if (!isVouched && !this.isPlain(steps, size, letters)) return undefined;
		if (this.borders.isCrossed({ known: known.letters, letters, offsets, start, end })) return undefined;
		const span = { start: letterStart(offsets, start), end: lettersEnd(offsets, end) };
		if (!mayStandIn(text.slice(span.start, span.end), known) || this.isUsual(paragraph, start, end)) return undefined;
		if (size < shortest && this.isOtherWord(steps, known, letters.slice(start, end), start)) return undefined;
		return {
			code: 'wording.near',
			severity: isVouched && distance === 1 ? 'warning' : 'information',
			...span,
			data: { wording: known.text, record: known.record, written: letters.slice(start, end) },
			distance,
		};
	}

	/** A wording that stands at a letter with a few taken for others: one at its end is not left out. */
	private replaced(known: Known, start: number, letters: string, most: number): Alignment | undefined {
		const end = start + known.letters.length;
		if (start < 0 || end > letters.length) return undefined;
		const steps: Step[] = [];
		for (let at = 0; at < known.letters.length; at++) {
			const [letter, written] = [known.letters.charAt(at), letters.charAt(start + at)];
			if (letter === written) continue;
			if (steps.length === most || !this.isTakenFor(letter, written, at, known)) return undefined;
			steps.push({ from: at, to: at + 1, start: start + at, end: start + at + 1 });
		}
		return { distance: steps.length, start, end, steps };
	}

	private areSlips(found: Alignment, known: Known, letters: string): boolean {
		return (
			found.distance > 0 &&
			found.steps.every(step => this.isSlip(step, known, letters)) &&
			!this.isOfNextWord(found, known.letters.length, letters)
		);
	}

	/** Whether an edit is a slip: characters taken for each other, or one put in or left out within a wording. */
	private isSlip({ from, to, start, end }: Step, known: Known, letters: string): boolean {
		const expected = known.letters.slice(from, to);
		const written = letters.slice(start, end);
		if (expected.length === written.length)
			return expected.split('').every((letter, at) => this.isTakenFor(letter, written.charAt(at), from + at, known));
		const size = known.letters.length;
		if (size < shortest || from === 0 || to === size) return false;
		// Two characters put in or left out together are a word: 关键技术 is no slip for 关键核心技术.
		if (expected.length + written.length !== 1 || free.has(expected + written)) return false;
		// One more makes another term (现代文化产业体系), unless it is typed twice or sounds like the one beside it.
		return expected !== '' || size >= long || this.isDoubled(letters, start);
	}

	/** Whether a letter was typed for another: one like it, or a second time one that stands near it: 未来产来. */
	private isTakenFor(letter: string, written: string, at: number, { letters }: Known): boolean {
		if (this.confusables.isNearly(letter, written)) return true;
		return (
			letters.slice(Math.max(0, at - 2), at).includes(written) && !this.isPlainWord(letters.charAt(at - 1) + written)
		);
	}

	/** Whether a character is the one beside it, or taken for that. */
	private isDoubled(letters: string, at: number): boolean {
		const own = letters.charAt(at);
		return [letters.charAt(at - 1), letters.charAt(at + 1)].some(one => one === own || this.confusables.is(one, own));
	}

	/**
	 * Whether what is otherwise at an end belongs to the word beside it: 发展|新产业 is no slip for 战新产业, nor is what
	 * stands behind 助推 one for 推进高水平科技自立自强.
	 */
	private isOfNextWord({ start, end, steps }: Alignment, size: number, letters: string): boolean {
		const [before, behind] = [letters.slice(Math.max(0, start - 1), start + 1), letters.slice(end - 1, end + 1)];
		const isOther = (pair: string, atEnd: boolean) =>
			pair.length === 2 && (this.isPlainWord(pair) || (atEnd && this.isWord(pair)));
		return steps.some(
			({ from, to }) => (from <= 1 && isOther(before, from === 0)) || (to >= size - 1 && isOther(behind, to === size)),
		);
	}

	/**
	 * Whether a character that is otherwise makes another word of the one it stands in, in a short wording: 新型|产业 is
	 * no slip for 新兴产业. A slip is rare beside what was meant.
	 */
	private isOtherWord(steps: readonly Step[], known: Known, written: string, from: number): boolean {
		return steps.every(step => {
			if (this.isBound(known.letters.slice(0, step.from), known.letters.charAt(step.from))) return false;
			const at = step.start - from;
			return [at - 1, at].some(first => {
				const [own, meant] = [written, known.letters].map(text => text.slice(Math.max(0, first), first + 2));
				if (own?.length !== 2 || !meant || !this.isWord(own)) return false;
				return this.borders.count(own) * fewTimes > this.borders.count(meant);
			});
		});
	}

	/**
	 * Whether it is a slip whoever coined the wording: one letter for another in many, or one that makes no word with
	 * either letter beside it.
	 */
	private isPlain(steps: readonly Step[], size: number, letters: string): boolean {
		if (
			steps.some(({ from, to, start, end }) => to - from !== 1 || end - start !== 1 || free.has(letters.charAt(start)))
		)
			return false;
		if (size >= shortest && steps.length === 1) return true;
		return steps.every(
			({ start, end }) =>
				!this.isPlainWord(letters.slice(Math.max(0, start - 1), end)) &&
				!this.isPlainWord(letters.slice(start, end + 1)),
		);
	}

	/** Whether what begins so goes on in one way wherever it stands: 新质生产 with 力. */
	private isBound(head: string, next: string): boolean {
		const count = head.length < shortestHead ? 0 : this.borders.count(head);
		return count >= often && this.borders.count(head + next) === count;
	}

	/** Whether two characters stand together often where nothing is misspelt. */
	private isWord(pair: string): boolean {
		return this.borders.count(pair) >= often;
	}

	/** Whether what is written stands in the corpus or a document itself, is known, or is made of known words. */
	private isUsual({ letters, codes }: Paragraph, start: number, end: number): boolean {
		const written = letters.slice(start, end);
		if (this.isKnown(written) || this.all.includes(written)) return true;
		if (this.authority.grams.exact(codes, start, end, 1).length > 0) return true;
		// 科技创新 + 能力建设: a border of known words where the slip would be.
		return this.isKnown(letters.slice(Math.max(0, start - 1), end)) || this.isKnown(letters.slice(start, end + 1));
	}
}

/** Whether a stretch of a text may be a wording: within one sentence, and without marks where the wording has none. */
function mayStandIn(stretch: string, { marks }: Known): boolean {
	return !/[。！？；\n]/.test(stretch) && (marks || !/[^\p{L}\p{N}\s\0]/u.test(stretch));
}

/** Of slips that overlap the nearest to a known wording, then the longest; in the order of the text. */
function withoutOverlaps(slips: readonly Slip[]): Slip[] {
	const likeliest = [...slips].sort((a, b) => a.distance - b.distance || b.end - b.start - (a.end - a.start));
	const kept: Slip[] = [];
	for (const one of likeliest) if (!kept.some(other => other.start < one.end && one.start < other.end)) kept.push(one);
	return kept.sort((a, b) => a.start - b.start);
}
