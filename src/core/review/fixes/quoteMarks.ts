// Marks of quotation in a wording: what each does, whether they come in pairs, and how they look within another
// quotation.

const openers = '“‘「『';
const closers = '”’」』';

/** What a mark of quotation does: a straight one may do either. */
export type QuoteMark = 'opens' | 'closes' | 'either';

/** What a character does as a mark of quotation; nothing where it is none. */
export function quoteMarkOf(mark: string): QuoteMark | undefined {
	if (mark === '"') return 'either';
	if (openers.includes(mark)) return 'opens';
	return closers.includes(mark) ? 'closes' : undefined;
}

/** Words without their marks of quotation. */
export function withoutQuotes(words: string): string {
	return words.replace(/[“”‘’「」『』"]/g, '');
}

/** Marks of quotation whose partners stand before some words, or behind them. */
export interface UnmatchedQuotes {
	readonly closing: number;
	readonly opening: number;
}

/**
 * How many marks of quotation have no partner among some characters; nothing where marks are straight, or a pair is of
 * two shapes.
 */
export function unmatchedQuotes(marks: readonly string[]): UnmatchedQuotes | undefined {
	const open: number[] = [];
	let closing = 0;
	for (const mark of marks) {
		const kind = quoteMarkOf(mark);
		if (kind === 'either') return undefined;
		if (kind === 'opens') open.push(openers.indexOf(mark));
		if (kind !== 'closes') continue;
		const partner = open.pop();
		if (partner === undefined) closing++;
		else if (partner !== closers.indexOf(mark)) return undefined;
	}
	return { closing, opening: open.length };
}

/** Whether marks of quotation come in pairs of one shape; other characters are not looked at. */
export function areBalanced(marks: readonly string[]): boolean {
	const unmatched = unmatchedQuotes(marks);
	return unmatched !== undefined && unmatched.closing === 0 && unmatched.opening === 0;
}

/** The shape of a pair of marks. */
export interface QuoteShape {
	readonly open: string;
	readonly close: string;
}

/** Words with their quotations, and those within them, in other shapes in turn; they begin within so many. */
export function withQuoteShapes(words: string, outer: QuoteShape, inner: QuoteShape, within: number): string {
	let depth = within;
	return [...words]
		.map(mark => {
			const kind = quoteMarkOf(mark);
			if (kind === undefined) return mark;
			if (kind === 'closes') depth--;
			const shape = depth % 2 === 0 ? outer : inner;
			if (kind === 'opens') depth++;
			return kind === 'opens' ? shape.open : shape.close;
		})
		.join('');
}

/** Marks a quotation may stand between. */
export const quoteShapes: readonly QuoteShape[] = ['“”', '「」', '『』', '﹁﹂', '﹃﹄', '〝〞', '""'].map(pair => ({
	open: pair.charAt(0),
	close: pair.charAt(1),
}));

/** The marks within a quotation as they are outside of one; none where they do not come in pairs. */
export function outerMarks(content: string, pair: QuoteShape): { readonly at: number; readonly mark: string }[] {
	const inner = pair.open === '「' ? { open: '『', close: '』' } : { open: '‘', close: '’' };
	const other = `[^${inner.open}${inner.close}]*`;
	const isPaired = new RegExp(`^${other}(?:${inner.open}${other}${inner.close}${other})*$`).test(content);
	if (pair.open === '"' || !isPaired) return [];
	return [...content.matchAll(new RegExp(`[${inner.open}${inner.close}]`, 'g'))].map(({ 0: mark, index }) => ({
		at: index,
		mark: mark === inner.open ? pair.open : pair.close,
	}));
}

/** Whether a quotation stands between ``the marks of LaTeX''. */
export function isGrave(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
	return text.startsWith('``', start - 2) && text.startsWith("''", end);
}
