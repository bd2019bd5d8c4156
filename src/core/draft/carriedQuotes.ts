// Quotations over several paragraphs: each paragraph opens with the mark, only the last closes it (GB/T 15834).

import type { Block } from './blocks';

const marks = '“”‘’「」『』';
/** A paragraph within a block: what stands between lines that are empty or hold only marks of Markdown. */
const paragraph = /[^]+?(?=\n[ \t\0]*\n|$(?![^]))/g;
/** Where a quotation may end: behind a sentence, or at the end of the paragraph. */
const endsSentence = /[。！？…；.!?”’」』）]$/;

interface Paragraph {
	/** Offset in the draft. */
	readonly start: number;
	readonly text: string;
}

/** The blocks of a draft, each with the marks in it that open what is closed paragraphs later. */
export function withCarried(blocks: readonly Block[]): readonly Block[] {
	const carried = carriedIn(blocks);
	if (carried.length === 0) return blocks;
	return blocks.map(block => {
		const own = carried.map(at => at - block.start).filter(at => at >= 0 && at < block.text.length);
		return own.length === 0 ? block : { ...block, carried: own };
	});
}

/** Offsets in the draft of the marks that quotations over several paragraphs open with. */
function carriedIn(blocks: readonly Block[]): readonly number[] {
	const open = [0, 2, 4, 6].filter(pair => blocks.some(({ text }) => opensMore(text, pair)));
	if (open.length === 0) return [];
	const paragraphs = blocks
		.filter(block => block.inner !== true)
		.flatMap(block =>
			block.kind === 'heading'
				? [{ start: block.start, text: '' }]
				: [...block.text.matchAll(paragraph)].map(({ 0: text, index }) => ({ start: block.start + index, text })),
		);
	return open.flatMap(pair => carriedOf(paragraphs, marks.charAt(pair), marks.charAt(pair + 1)));
}

/** Whether more marks of a pair open than close in a text. */
function opensMore(text: string, pair: number): boolean {
	let open = 0;
	for (let at = text.indexOf(marks.charAt(pair)); at >= 0; at = text.indexOf(marks.charAt(pair), at + 1)) open++;
	if (open === 0) return false;
	for (let at = text.indexOf(marks.charAt(pair + 1)); at >= 0; at = text.indexOf(marks.charAt(pair + 1), at + 1))
		open--;
	return open > 0;
}

function carriedOf(paragraphs: readonly Paragraph[], opens: string, closes: string): readonly number[] {
	const carried: number[] = [];
	/** The marks of the quotation that is open at the end of the paragraph before. */
	let open: number[] = [];
	for (const { start, text } of paragraphs) {
		const { alone, closing } = unclosed(text, opens, closes);
		const leads = open.length > 0 && leadingMark(text, opens);
		const isLast = closing >= 0 && (endsSentence.test(text.slice(0, closing)) || text.slice(closing + 1).trim() === '');
		if (leads !== false && leads >= 0 && alone.length === 0 && isLast) carried.push(...open);
		const [one, ...others] = alone;
		const goesOn = one !== undefined && others.length === 0;
		const mark = one === undefined ? [] : [start + one];
		if (!goesOn) open = [];
		else open = leads === one ? [...open, ...mark] : mark;
	}
	return carried;
}

/** Where a paragraph opens with a mark, perhaps with others around it; -1 where it does not. */
function leadingMark(text: string, mark: string): number {
	const head = /^[\s\0]*[“‘「『]+/.exec(text)?.[0] ?? '';
	return head.indexOf(mark);
}

/** Marks that nothing closes in a paragraph, and the partner of the first mark that has one, or -1. */
function unclosed(
	text: string,
	opens: string,
	closes: string,
): { readonly alone: readonly number[]; readonly closing: number } {
	const open: number[] = [];
	const first = text.indexOf(opens);
	let closing = -1;
	for (let at = 0; at < text.length; at++) {
		if (text.charAt(at) === opens) open.push(at);
		else if (text.charAt(at) === closes && open.pop() === first && closing < 0) closing = at;
	}
	return { alone: open, closing };
}
