// A sentence of a source cut short: its beginning joined to a later clause, with nothing to say that the words between
// were left out.

import { clauseMark } from '../edges';
import type { Match, Piece } from '../match';
import type { Query } from '../query';
import type { ReferenceTexts } from '../referenceTexts';

/** Fewer letters are a word, of which a sentence has many. */
const shortestBeginning = 2;
const shortestEnd = 5;
const shortestWords = 8;
/** Fewer letters that are left out are an edit of the words around them. */
const shortestGap = 5;
/** So many places of words that end many sentences are looked at. */
const mostPlaces = 512;
/** No longer sentence is looked at. */
const longestSentence = 400;

type Spliced = Extract<Match, { kind: 'spliced' }>;

/**
 * The beginning of a sentence, or of one of its clauses, and a later part of the same sentence, one of them whole at
 * the cut; of several places the one with least left out, rather of a source that is cited. Nothing where a letter is
 * otherwise.
 */
export function condensed(query: Query, authority: ReferenceTexts): Spliced | undefined {
	const { codes, cited } = query;
	const size = codes.length;
	if (size < shortestWords) return undefined;
	const own = cited.flatMap(id => authority.rangesOf(id));
	let best: { readonly pieces: readonly [Piece, Piece]; readonly cost: number } | undefined;
	for (let from = size - shortestEnd; from >= shortestBeginning; from--) {
		const places = authority.grams.exact(codes, from, size, mostPlaces);
		if (places.length === 0) break;
		for (const start of places) {
			const pieces = cutAt(query, from, start, authority);
			if (!pieces) continue;
			const isOwn = own.some(one => one.start <= start && start < one.end);
			const cost = start - pieces[0].start - (isOwn ? longestSentence : 0);
			if (!best || cost < best.cost) best = { pieces, cost };
		}
	}
	return best && { kind: 'spliced', how: 'elided', marked: false, pieces: best.pieces, steps: [] };
}

/** The letters before `from` and those from there on, which stand at `start`, as pieces of one sentence. */
function cutAt(query: Query, from: number, start: number, authority: ReferenceTexts): [Piece, Piece] | undefined {
	const { codes } = query;
	const { letters } = authority.grams;
	const beginning = String.fromCharCode(...codes.subarray(0, from));
	const low = Math.max(authority.passageAt(start)?.start ?? start, start - longestSentence);
	const before = letters.slice(low, Math.max(low, start - shortestGap));
	for (let at = before.lastIndexOf(beginning); at >= 0; at = before.lastIndexOf(beginning, at - 1)) {
		const place = low + at;
		if (/[。！？]/.test(authority.wording(place, start))) return undefined;
		const pieces: [Piece, Piece] = [
			{ from: 0, to: from, start: place },
			{ from, to: codes.length, start },
		];
		if (isCutAtMark(pieces, authority) && !pieces.some(one => isWithinNumber(one, authority))) return pieces;
		if (at === 0) return undefined;
	}
	return undefined;
}

/** Whether the first piece is the beginning of a clause, and one of them whole where they were joined. */
function isCutAtMark([first, last]: readonly [Piece, Piece], authority: ReferenceTexts): boolean {
	const isMarked = (at: number) => clauseMark.test(authority.gap(at));
	return isMarked(first.start) && (isMarked(last.start) || isMarked(first.start + first.to));
}

function isWithinNumber({ from, to, start }: Piece, authority: ReferenceTexts): boolean {
	return authority.whole(start, start + to - from).cut;
}
