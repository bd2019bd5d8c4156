// As much of a long passage as a list has room for, with what was found in it.
import type { Found, Span } from '../../webviews/panel/protocol';

/** UTF-16 code units: before the first place that was found, and altogether. */
const room = { before: 60, most: 480 } as const;

/**
 * The passage from a little before the first mark on, from the beginning of a sentence where one is near; marks are
 * moved along, those beyond are left out.
 */
export function excerptOf(text: string, marks: readonly Span[]): Found {
	const from = startFor(text, marks[0]?.start ?? 0);
	let to = Math.min(text.length, from + room.most);
	if (isLow(text, to)) to--;
	const before = from > 0 ? '…' : '';
	const shift = before.length - from;
	return {
		text: before + text.slice(from, to) + (to < text.length ? '…' : ''),
		marks: marks
			.filter(mark => mark.start >= from && mark.end <= to)
			.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
	};
}

function startFor(text: string, first: number): number {
	if (first <= room.before) return 0;
	const least = first - room.before;
	const before = text.slice(least, first);
	const end = Math.max(...['。', '！', '？', '；'].map(mark => before.lastIndexOf(mark)));
	if (end >= 0) return least + end + 1;
	return isLow(text, least) ? least + 1 : least;
}

/** Whether an offset stands in the middle of a surrogate pair. */
function isLow(text: string, offset: number): boolean {
	return (
		offset < text.length && /[\uDC00-\uDFFF]/.test(text[offset] ?? '') && /[\uD800-\uDBFF]/.test(text[offset - 1] ?? '')
	);
}
