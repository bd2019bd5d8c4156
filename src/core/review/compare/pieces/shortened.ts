// Words of one place of a source of which others were left out throughout, and nothing says so: 畅通教育、科技循环 of
// 畅通教育、科技、人才的良性循环.

import type { Match, Piece } from '../match';
import type { Passage } from '../passageRun';
import type { Query } from '../query';
import type { ReferenceTexts } from '../referenceTexts';
import { missing, runOf } from './splices';

type Spliced = Extract<Match, { kind: 'spliced' }>;

/** Fewer letters are a phrase, of which any long sentence may have the words in order. */
const fewestLetters = 12;
/** Longer quotations and longer paragraphs are not looked at letter by letter. */
const mostLetters = 300;
const longestPassage = 3000;
/** So great a part of the letters may be of the writer's own. */
const mostOwn = 0.12;
/** Of a whole text, of which many sentences are built alike, hardly any. */
const mostOwnOfText = 0.02;
/** And so many before the words, of whom or what they are said: 新质生产力|由…催生. */
const longestSubject = 6;
/** At least so great a part of the pairs of letters beside each other stand beside each other in the source. */
const fewestPairs = 0.58;
/** The source needs no more than so many times as many letters, and some. */
const mostSpan = 3.5;
const extraSpan = 20;

/** What pairs, single letters and letters of the writer's own are worth. */
const ofPair = 2;
const ofLetter = 0.5;
const ofOwn = -1.5;

/** A stretch of a passage whose letters a quotation has in order; `own`: how many it has besides. */
interface Shortened {
	readonly pieces: readonly Piece[];
	readonly own: number;
	readonly score: number;
}

/** The place of one of some passages whose words a quotation shortens; nothing where too many words are others. */
export function shortened(query: Query, passages: Iterable<Passage>, authority: ReferenceTexts): Spliced | undefined {
	const size = query.codes.length;
	if (size < fewestLetters || size > mostLetters) return undefined;
	let best: Shortened | undefined;
	for (const passage of passages) {
		if (passage.end - passage.start > longestPassage) continue;
		const found = inOrder(query.codes, authority.grams.codes.subarray(passage.start, passage.end), passage.start);
		if (!isShortened(found, passage.citation ? mostOwn : mostOwnOfText, size)) continue;
		if (found.pieces.some(({ from, to, start }) => authority.whole(start, start + to - from).cut)) continue;
		if (!best || found.score > best.score) best = found;
	}
	if (!best) return undefined;
	return {
		kind: 'spliced',
		how: 'elided',
		marked: false,
		pieces: best.pieces,
		steps: missing(size, best.pieces.map(runOf)),
	};
}

function isShortened({ pieces, own }: Shortened, most: number, size: number): boolean {
	const [first] = pieces;
	const last = pieces.at(-1);
	if (!first || !last || pieces.length < 2) return false;
	const subject = first.from <= longestSubject ? first.from : 0;
	if (own - subject > size * most || own > size * 2 * most) return false;
	const pairs = size - own - pieces.length;
	if (pairs < (size - subject - 1) * fewestPairs) return false;
	return last.start + last.to - last.from - first.start <= mostSpan * size + extraSpan;
}

/** The letters of a quotation that stand in a passage in order, in as few runs as can be. */
function inOrder(query: Uint16Array, passage: Uint16Array, base: number): Shortened {
	const width = passage.length + 1;
	// Of each pair of places: the best where a run ends there, and the best of all up to there.
	const ends = new Float32Array((query.length + 1) * width).fill(-Infinity);
	const best = new Float32Array((query.length + 1) * width);
	for (let row = 1; row <= query.length; row++) {
		const here = row * width;
		const above = here - width;
		best[here] = row * ofOwn;
		for (let at = 1; at < width; at++) {
			if (query[row - 1] === passage[at - 1]) {
				const longer = (ends[above + at - 1] ?? -Infinity) + ofPair;
				ends[here + at] = Math.max(longer, (best[above + at - 1] ?? 0) + ofLetter);
			}
			best[here + at] = Math.max(
				best[here + at - 1] ?? 0,
				(best[above + at] ?? 0) + ofOwn,
				ends[here + at] ?? -Infinity,
			);
		}
	}
	return traced(query.length, passage.length, { ends, best, width, base });
}

/** What was computed for all pairs of places. */
interface Computed {
	readonly ends: Float32Array;
	readonly best: Float32Array;
	readonly width: number;
	readonly base: number;
}

/** The runs behind the best of all, from the last to the first. */
function traced(rows: number, columns: number, { ends, best, width, base }: Computed): Shortened {
	const pieces: Piece[] = [];
	let own = 0;
	let row = rows;
	let at = columns;
	const score = best[row * width + at] ?? 0;
	while (row > 0) {
		const cell = row * width + at;
		if (at > 0 && best[cell] === best[cell - 1]) at--;
		else if (at > 0 && best[cell] === ends[cell]) {
			const to = row;
			// A run goes back as long as it is worth more than one that begins here.
			for (;;) {
				const value = ends[row * width + at];
				row--;
				at--;
				if (row === 0 || at === 0 || value !== (ends[row * width + at] ?? -Infinity) + ofPair) break;
			}
			pieces.unshift({ from: row, to, start: base + at });
		} else {
			row--;
			own++;
		}
	}
	return { pieces, own, score };
}
