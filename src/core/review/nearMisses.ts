// Terms and formulations written with what looks like a slip: a character that sounds or looks alike, one dropped,
// one put in.

import type { Corpus } from '../corpus/corpus';
import type { FindingOf } from '../draft/finding';

import { compact } from '../text/compact';
import { fold } from '../text/fold';
import { align } from './compare/align';
import type { Confusables } from './compare/confusables';
import type { ReferenceTexts } from './compare/referenceTexts';

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

/** A finding, and in how many characters it differs from what is known. */
type Slip = FindingOf<'wording.near'> & { readonly distance: number };

interface Piece {
	readonly known: Known;
	/** Where it begins in the letters of the wording. */
	readonly at: number;
	readonly text: string;
}

/** Words that are put in and left out as the sentence wants: no slip. */
const free =
	/^[的了和与及以而等之是在地得有要并对为所其这那个各于着过将把被由从向更不也都又很最新大小再可能会年月日式一二三四五六七八九十0-9a-z]$/;

export class NearMisses {
	private readonly pieces = new Map<string, Piece[]>();
	/** The letters of every known wording, to see whether something is part of one. */
	private readonly all: string;

	constructor(
		corpus: Corpus,
		private readonly authority: ReferenceTexts,
		private readonly alike: Confusables,
		private readonly isKnown: (text: string) => boolean,
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
				codes: Uint16Array.from({ length: letters.length }, (_, at) => letters.charCodeAt(at)),
			};
			// With so many edits at least one of one more pieces is as it should be.
			const count = letters.length >= 10 ? 3 : 2;
			for (let part = 0; part < count; part++) {
				const at = Math.floor((letters.length * part) / count);
				const piece = { known, at, text: letters.slice(at, Math.floor((letters.length * (part + 1)) / count)) };
				const list = this.pieces.get(piece.text.slice(0, 2));
				if (list) list.push(piece);
				else this.pieces.set(piece.text.slice(0, 2), [piece]);
			}
		}
		this.all = [...seen].join('\0');
	}

	/** What of a paragraph looks like a slip; offsets of the paragraph. */
	in(text: string): FindingOf<'wording.near'>[] {
		const { text: letters, offsets } = compact(fold(text));
		const codes = Uint16Array.from({ length: letters.length }, (_, at) => letters.charCodeAt(at));
		const found = new Map<number, Slip>();
		for (let at = 0; at + 1 < letters.length; at++) {
			const pieces = this.pieces.get(letters.slice(at, at + 2));
			if (!pieces) continue;
			for (const piece of pieces) {
				if (!letters.startsWith(piece.text, at) || letters.startsWith(piece.known.letters, at - piece.at)) continue;
				const one = this.finding(piece, at, letters, codes, offsets, text);
				const other = one && found.get(one.start);
				if (one && (!other || one.distance < other.distance || one.end > other.end)) found.set(one.start, one);
			}
		}
		const all = [...found.values()].sort((a, b) => a.distance - b.distance || b.end - b.start - (a.end - a.start));
		const kept: Slip[] = [];
		for (const one of all) if (!kept.some(other => other.start < one.end && one.start < other.end)) kept.push(one);
		return kept
			.sort((a, b) => a.start - b.start)
			.map(({ code, severity, start, end, data }) => ({ code, severity, start, end, data }));
	}

	private finding(
		{ known, at: offset }: Piece,
		at: number,
		letters: string,
		codes: Uint16Array,
		offsets: Uint32Array,
		text: string,
	): Slip | undefined {
		const size = known.letters.length;
		const most = size >= 10 ? 2 : 1;
		const slack = size >= 6 ? most : 0;
		const low = Math.max(0, at - offset - slack);
		const high = Math.min(letters.length, at - offset + size + slack);
		const { distance, start, end, steps } = align(known.codes, 0, size, codes, low, high);
		if (distance === 0 || distance > most) return undefined;
		for (const { from, to, start: there, end: behind } of steps) {
			const expected = known.letters.slice(from, to);
			const written = letters.slice(there, behind);
			if (expected.length === written.length) {
				for (let one = 0; one < expected.length; one++)
					if (!this.alike.is(expected[one]!, written[one]!)) return undefined;
				// Two characters put in or left out together are a word: 关键技术 is no slip for 关键核心技术.
			} else if (
				size < 6 ||
				from === 0 ||
				to === size ||
				expected.length * written.length > 0 ||
				expected.length + written.length > 1 ||
				[...(expected + written)].some(one => free.test(one))
			)
				return undefined;
		}
		// 发展|新产业 is no slip for 战新产业: the character belongs to the word beside it.
		for (const { from, to } of steps) {
			if (from === 0 && start > 0 && this.isWord(letters.slice(start - 1, start + 1))) return undefined;
			if (to === size && end < letters.length && this.isWord(letters.slice(end - 1, end + 1))) return undefined;
		}
		const written = letters.slice(start, end);
		const raw = text.slice(offsets[start]!, offsets[end - 1]! + 1);
		if (/[。！？；\n]/.test(raw) || (!known.marks && /[^\p{L}\p{N}\s\0]/u.test(raw))) return undefined;
		if (this.usual(letters, codes, start, end, written)) return undefined;
		return {
			code: 'wording.near',
			severity: distance === 1 ? 'warning' : 'information',
			start: offsets[start]!,
			end: offsets[end - 1]! + 1,
			data: { wording: known.text, record: known.record, written },
			distance,
		};
	}

	/** Whether two characters stand together often where nothing is misspelt. */
	private isWord(pair: string): boolean {
		const { letters } = this.authority.grams;
		let count = 0;
		for (let at = letters.indexOf(pair); at >= 0 && count < often; at = letters.indexOf(pair, at + 1)) count++;
		return count >= often;
	}

	/** Whether what is written stands in the corpus or a document itself, is known, or is made of known words. */
	private usual(letters: string, codes: Uint16Array, start: number, end: number, written: string): boolean {
		if (this.isKnown(written) || this.all.includes(written)) return true;
		if (this.authority.grams.exact(codes, start, end, 1).length > 0) return true;
		// 科技创新 + 能力建设: a border of known words where the slip would be.
		return this.isKnown(letters.slice(Math.max(0, start - 1), end)) || this.isKnown(letters.slice(start, end + 1));
	}
}
