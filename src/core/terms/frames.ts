// Frames that are under way: behind 把改革 the piece 作为… of 把{对象}作为重要抓手, and whatever follows it.
import { parts, partsToSnippet } from '../corpus/slots';
import { fold } from '../text/fold';
import type { Script } from '../text/script';
import type { Ranked } from './completionItems';
import type { ContinuationModel } from './continuations/model';
import type { TermRecord } from './records';
import { behindLast } from '../text/words/textEnd';

/** Characters of a piece that must be written. */
const shortest = 2;
/** Characters of a piece that are looked at. */
const longest = 12;
/** Characters of a line that are looked at: an enumeration takes several sentences. */
const reach = 200;
/** Who says something, right before the verb of saying. */
const fillers: ReadonlyMap<string, RegExp> = new Map([
	['讲话人', /(?:总书记|主席|总理|部长|书记|省长|市长|同志)$/],
	['会议', /(?:会议|全会|大会|座谈会)$/],
]);
const sentenceEnd = /[。！？；]/;
/** How likely a frame goes on that is under way, at least: enough to be shown. */
const leastLikely = 0.3;

/** A fixed piece of a frame behind a slot, folded. */
interface Piece {
	readonly record: TermRecord;
	/** Its place among the parts of the frame. */
	readonly part: number;
	readonly text: string;
	/** The fixed pieces before it. */
	readonly before: readonly string[];
	/** What fills the slot the frame begins with, where it is not just any words. */
	readonly named: RegExp | undefined;
}

/** The pieces of the frames of a corpus from the second on, by their beginnings. */
export class FramesUnderWay {
	private readonly pieces = new Map<string, Piece[]>();

	/** `isWord`: whether two characters are a word. */
	constructor(
		records: readonly TermRecord[],
		private readonly isWord: (pair: string) => boolean,
	) {
		for (const record of records) if (record.kind === 'formulation') this.add(record);
	}

	/**
	 * The rests of frames of which a piece is begun at the end of a line and the pieces before it stand in the same
	 * sentence (where the frame is a sentence), each behind something that fills its slot.
	 */
	at(line: string, model: ContinuationModel, scriptOf: (typed: number) => Script): Ranked[] {
		const text = fold(line.slice(-reach));
		const found: Ranked[] = [];
		for (let length = Math.min(longest, text.length); length >= shortest; length--) {
			const typed = text.slice(-length);
			for (const piece of this.pieces.get(typed.slice(0, shortest)) ?? []) {
				if (!goesOn(piece, typed) || !this.isUnderWay(text.slice(0, -length), piece)) continue;
				const one = offerOf(piece, line.length, length, scriptOf(length));
				if (!one) continue;
				const counted = model.likelihood(text, piece.text.slice(length, length + shortest));
				found.push({ ...one, likelihood: leastLikely + (1 - leastLikely) * counted });
			}
		}
		return found;
	}

	private add(record: TermRecord): void {
		const all = parts(record.simplified.label ?? '');
		const before: string[] = [];
		for (const [part, one] of all.entries()) {
			if (!('text' in one)) continue;
			const text = fold(one.text);
			const first = all[0];
			// 强调， is too short to begin a frame by itself: somebody has to be named before it.
			const named = before.length === 0 && first && 'slot' in first ? fillers.get(first.slot) : undefined;
			if (before.length > 0 || named) this.put({ record, part, text, before: [...before], named });
			before.push(text);
		}
	}

	private put(piece: Piece): void {
		const key = piece.text.slice(0, shortest);
		const known = this.pieces.get(key);
		if (known) known.push(piece);
		else this.pieces.set(key, [piece]);
	}

	/** Whether the pieces before one stand in a text, in their order, nothing but the piece behind it. */
	private isUnderWay(text: string, { before, named, text: own }: Piece): boolean {
		const isSentence = ![own, ...before].some(piece => sentenceEnd.test(piece));
		const sentence = isSentence ? behindLast(text, '。！？；') : text;
		if (named) return named.test(sentence);
		let end = sentence.length;
		for (const piece of [...before].reverse()) {
			end = this.placeOf(piece, sentence, end - 1);
			if (end < 0) return false;
		}
		return true;
	}

	/** Where a piece stands last that ends by a place; -1 where it does not. */
	private placeOf(piece: string, sentence: string, end: number): number {
		let at = end < piece.length ? -1 : sentence.lastIndexOf(piece, end - piece.length);
		while (at >= 0 && piece.length === 1 && this.isPartOfWord(sentence, at))
			at = at === 0 ? -1 : sentence.lastIndexOf(piece, at - 1);
		return at;
	}

	/** A piece of one character (把, 在, 为) is a word of its own: none of 把握, 现在, 成为. */
	private isPartOfWord(sentence: string, at: number): boolean {
		return [sentence.slice(at - 1, at + 1), sentence.slice(at, at + 2)].some(
			pair => pair.length === 2 && this.isWord(pair),
		);
	}
}

/** Whether a piece goes on from what is written of it; one of two characters does behind its slot. */
function goesOn({ text, part, record }: Piece, typed: string): boolean {
	if (!text.startsWith(typed)) return false;
	return text !== typed || (text.length === shortest && parts(record.simplified.label ?? '').length > part + 2);
}

function offerOf(
	{ record, part }: Piece,
	offset: number,
	typed: number,
	script: Script,
): Omit<Ranked, 'likelihood'> | undefined {
	const { label } = record[script];
	if (label === undefined) return undefined;
	const rest = parts(label).slice(part);
	return {
		offer: {
			label,
			insertText: rest.map(one => ('text' in one ? one.text : `{${one.slot}}`)).join(''),
			...(rest.length > 1 ? { snippet: partsToSnippet(rest) } : {}),
			replace: { start: offset - typed, end: offset },
			kind: 'formulation',
			id: record.id,
			how: 'prefix',
		},
		matched: typed,
		used: 0,
		weight: record.weight,
	};
}
