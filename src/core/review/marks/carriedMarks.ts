// Quotations over several paragraphs: each paragraph opens with the mark, only the last closes it (GB/T 15834).

import type { Block } from '../../draft/blocks';
import type { Finding } from '../../draft/finding';

const marks = '“”‘’「」『』';
/** A paragraph within a block: what stands between lines that are empty or hold only marks of Markdown. */
const paragraph = /[^]+?(?=\n[ \t\0]*\n|$(?![^]))/g;
/** Where a quotation may end: behind a sentence, or at the end of the paragraph. */
const endsSentence = /[。！？…；.!?”’」』）]$/;

interface Paragraph {
	readonly block: number;
	/** Offset in the draft. */
	readonly start: number;
	readonly text: string;
}

/**
 * Findings without those of marks that open and are closed paragraphs later, where every paragraph between opens
 * anew.
 */
export function withoutCarriedMarks(findings: readonly Finding[], blocks: readonly Block[]): readonly Finding[] {
	const isOpen = (one: Finding) =>
		one.code === 'punctuation.unbalanced' && one.data.wording === undefined && marks.indexOf(one.data.mark) % 2 === 0;
	if (!findings.some(isOpen)) return findings;
	const carried = carriedIn(blocks);
	return findings.filter(one => !isOpen(one) || !carried.has(one.start));
}

/** Offsets of the marks that quotations over several paragraphs open with. */
function carriedIn(blocks: readonly Block[]): ReadonlySet<number> {
	const paragraphs = blocks
		.filter(one => !one.inner)
		.flatMap((block, at) =>
			block.kind === 'heading'
				? [{ block: at, start: block.start, text: '' }]
				: [...block.text.matchAll(paragraph)].map(({ 0: text, index }) => ({
						block: at,
						start: block.start + index,
						text,
					})),
		);
	const carried = new Set<number>();
	for (let pair = 0; pair < marks.length; pair += 2)
		for (const at of carriedOf(paragraphs, marks.charAt(pair), marks.charAt(pair + 1))) carried.add(at);
	return carried;
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
