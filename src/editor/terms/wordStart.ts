// Where a label may begin that shows the end of what is written: not in the middle of a word, as 上企业 of
// 规模以上企业.

/** UTF-16 code units before the place that are looked at: a clause is seldom longer. */
const reach = 16;

let segmenter: Intl.Segmenter | undefined;

/**
 * The beginning of the word that an offset stands in, the offset itself at a word's beginning. A character alone before
 * a whole word is the end of the word before it (产业 链 融合).
 */
export function wordStart(text: string, offset: number): number {
	const from = Math.max(0, offset - reach);
	segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
	const words = segmenter.segment(text.slice(from));
	const word = words.containing(offset - from);
	if (!word) return offset;
	const { index, segment } = word;
	const next = words.containing(index + segment.length);
	const before = index > 0 ? words.containing(index - 1) : undefined;
	const ends = segment.length === 1 && (next?.segment.length ?? 0) > 1 && before?.isWordLike;
	return from + (ends ? before.index : index);
}
