// Markdown as the preview of VS Code reads it: CommonMark with tables, footnotes and formulas.

import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type Token from 'markdown-it/lib/token.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import State from 'markdown-it/lib/rules_inline/state_inline.mjs';
import { lazily } from '../../text/lazily';
import { unspaced } from './text';

export type { Token };

/** What a text is made of, and where its footnotes are. */
export interface Parsed {
	readonly tokens: readonly Token[];
	/** Of each footnote that is referred to, by its number there: its label, or what it says where it has none. */
	readonly notes: readonly ParsedNote[];
}

export interface ParsedNote {
	readonly label?: string;
	readonly tokens?: readonly Token[] | null;
	readonly content?: string;
}

interface Environment {
	footnotes?: { readonly list?: readonly ParsedNote[] };
}

/** The library leaves out what is deeper than a hundred, an item counting twice: words of lists of fifty levels. */
const deepest = 400;

const parser = lazily(() => {
	const md = new MarkdownIt({ html: true, linkify: false });
	md.set({ maxNesting: deepest } as Parameters<typeof md.set>[0]);
	md.inline.State = ChineseState;
	// Addresses are judged where they are written; one that is refused would stay in the text as brackets.
	md.validateLink = () => true;
	md.use(footnotes);
	// Footnotes are taken where they are defined.
	md.core.ruler.disable('footnote_tail');
	md.block.ruler.before('fence', 'math', mathBlock, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
	md.inline.ruler.before('escape', 'math', mathSpan);
	return md;
});

/**
 * Marks of emphasis beside Chinese open and close whatever stands on their other side: without spaces between words,
 * CommonMark would take `**“新质生产力”**的` for text.
 */
class ChineseState extends State {
	override scanDelims(start: number, canSplitWord: boolean): ReturnType<State['scanDelims']> {
		const found = super.scanDelims(start, canSplitWord);
		const before = this.src[start - 1] ?? ' ';
		const after = this.src[start + found.length] ?? ' ';
		if (this.src[start] !== '*' || !(unspaced.test(before) || unspaced.test(after))) return found;
		return { ...found, can_open: !/\s/.test(after), can_close: !/\s/.test(before) };
	}
}

/** The tokens of a text of Markdown without front matter. */
export function parseMarkdown(text: string): Parsed {
	const env: Environment = {};
	const tokens = parser().parse(text, env);
	return { tokens, notes: env.footnotes?.list ?? [] };
}

/** `$$` alone on a line, to the line that ends with it. */
function mathBlock(state: StateBlock, first: number, end: number, silent: boolean): boolean {
	const line = (at: number) =>
		state.src.slice((state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0), state.eMarks[at]).trimEnd();
	if (!line(first).startsWith('$$') || line(first).includes('$$', 2)) return false;
	if ((state.sCount[first] ?? 0) - state.blkIndent >= 4) return false;
	if (silent) return true;
	let last = first + 1;
	while (last < end && !line(last).endsWith('$$')) last++;
	state.line = Math.min(last + 1, end);
	state.push('math_block', 'math', 0).content = state.getLines(first, state.line, state.blkIndent, true).trimEnd();
	return true;
}

/** `$…$` and `$$…$$` in a line; pandoc: no space within the marks, no digit behind the last. */
function mathSpan(state: State, silent: boolean): boolean {
	const span = /\$(\$?)(?=\S)(?:[^$\n\\]|\\.)+(?<=\S)\$\1(?!\d)/y;
	span.lastIndex = state.pos;
	const [written] = span.exec(state.src) ?? [];
	if (written === undefined) return false;
	if (!silent) state.push('math_inline', 'math', 0).content = written;
	state.pos += written.length;
	return true;
}
