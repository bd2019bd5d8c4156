// Answers where sentences and clauses of Chinese prose begin and end.

/** A stretch of text: UTF-16 offsets, half-open. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

const sentenceEnds = '。！？；…';
const clauseEnds = `${sentenceEnds}，：`;
/** Half-width marks end something only where Han stands beside them: `2.5`, `e.g.`, `10:30` go on. */
const halfWidth: Record<string, string> = { '!': '！', '?': '？', ';': '；', '.': '。', ',': '，', ':': '：' };
/** What still belongs to a sentence that has ended. */
const closing = '”’」』）)》〉】〕]';

const han = /\p{Script=Han}/u;
/** Characters after which a half-width mark may close a Chinese sentence: Han, or a closing mark behind Han. */
const hanOrClosing = /[\p{Script=Han}”’」』）》】]/u;

/** Whether the mark at an offset ends one of `ends`. */
function isEnd(text: string, at: number, ends: string): boolean {
	const mark = text.charAt(at);
	if (ends.includes(mark)) return mark !== '…' || text[at + 1] === '…' || text[at - 1] === '…';
	const wide = halfWidth[mark];
	if (wide === undefined || !ends.includes(wide)) return false;
	const before = text[at - 1] ?? '';
	const after = text[at + 1] ?? '';
	if (hanOrClosing.test(before)) return mark !== '.' || !/[\dA-Za-z]/.test(after);
	return mark !== '.' && mark !== ':' && han.test(after) && before.trim() !== '';
}

function split(text: string, ends: string): Span[] {
	const spans: Span[] = [];
	let start = 0;
	let straight = 0;
	const push = (end: number): void => {
		let from = start;
		let to = end;
		while (from < to && text.charAt(from).trim() === '') from++;
		while (to > from && text.charAt(to - 1).trim() === '') to--;
		if (from < to) spans.push({ start: from, end: to });
		start = end;
	};
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '\n' || character === '\r') {
			push(at);
			straight = 0;
			continue;
		}
		if (character === '"') straight++;
		if (!isEnd(text, at, ends)) continue;
		let end = at + 1;
		for (; end < text.length; end++) {
			const next = text.charAt(end);
			// A straight quotation mark closes if one is open in this line.
			if (next === '"' && straight % 2 === 1) straight++;
			else if (!closing.includes(next) && !isEnd(text, end, ends)) break;
		}
		push(end);
		at = end - 1;
	}
	push(text.length);
	return spans;
}

/**
 * The sentences of a text in order: each ends with `。！？；` or `……` (half-width ones where Han stands beside them)
 * and the closing marks behind, or at the end of its line. Space around them is left out; what has no mark is a
 * sentence of its own (a heading).
 */
export function sentences(text: string): Span[] {
	return split(text, sentenceEnds);
}

/** The clauses of a text in order: as sentences, but `，` and `：` end one too. `、` does not: it joins. */
export function clauses(text: string): Span[] {
	return split(text, clauseEnds);
}
