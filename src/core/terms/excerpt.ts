// The sentence around a place in a text, short enough for a list.
import { sentences } from '../text/sentences';

/** A piece of a text and where in it the found stretch stands: UTF-16 code units, half-open. */
export interface Excerpt {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** Characters of an excerpt beside what was found. */
const around = 60;

/** The sentence a stretch stands in; of a long one what is around the stretch, with `…` where something is left out. */
export function excerptOf(text: string, start: number, end: number): Excerpt {
	// A paragraph can be as long as a book: only what is near is cut into sentences.
	const near = whole(text, Math.max(0, start - 400), -1);
	const far = whole(text, Math.min(text.length, end + 400), 1);
	const [first, last] = [start - near, end - near];
	const spans = sentences(text.slice(near, far)).filter(span => span.end > first && span.start < last);
	const sentence = {
		start: Math.min(first, spans[0]?.start ?? first) + near,
		end: Math.max(last, spans.at(-1)?.end ?? last) + near,
	};
	const from = whole(text, Math.max(sentence.start, start - around), -1);
	const to = whole(text, Math.min(sentence.end, end + around), 1);
	const before = from > sentence.start ? '…' : '';
	return {
		text: before + text.slice(from, to) + (to < sentence.end ? '…' : ''),
		start: start - from + before.length,
		end: end - from + before.length,
	};
}

/** Moves an offset off the middle of a character of two code units. */
function whole(text: string, offset: number, direction: 1 | -1): number {
	const code = text.charCodeAt(offset);
	return offset > 0 && code >= 0xdc00 && code <= 0xdfff ? offset + direction : offset;
}
