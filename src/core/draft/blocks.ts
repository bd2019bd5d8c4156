// A draft cut into paragraphs that can be reviewed one by one: prose as it stands, everything else blanked out.

import { markdownText, texText, type Cite } from './blockText';
import { innerNotes, type InnerNote } from './innerNotes';
import { isTex } from './language';
import type { TextLine } from './lines';
import { blank, type MaskedDraft } from './mask';
import type { RegionKind } from './region';

export type { Cite } from './blockText';

/** One paragraph. */
export interface Block {
	readonly start: number;
	/** As long as the paragraph in the draft; marks of Markdown, keys and labels are blanked out. */
	readonly text: string;
	readonly kind: 'paragraph' | 'heading' | 'quote' | 'note';
	/** Keys and footnote labels that are cited in it, as written. */
	readonly cites: readonly Cite[];
	/** Codes that a comment before it says to leave out (a family stands for all of its codes); `*`: all. */
	readonly ignored: readonly string[];
	/**
	 * The line behind it that says whose words they are (——习近平，2024年1月31日), where it is no part of the paragraph;
	 * offset relative to `start`.
	 */
	readonly attribution?: { readonly start: number; readonly text: string };
	/** The heading it stands under, where that is as short as a name; offset relative to `start`. */
	readonly heading?: { readonly start: number; readonly text: string };
	/** Marks in it that open a quotation which goes on in the paragraphs behind it; offsets relative to `start`. */
	readonly carried?: readonly number[];
	/** It is a note that is written in the paragraph before it, in which it is blanked out. */
	readonly inner?: true;
}

/** Whether a stretch of the draft stands in a paragraph; what stands in a note within it does so in both. */
export function holds(block: Block, { start, end }: { readonly start: number; readonly end: number }): boolean {
	return block.start <= start && end <= block.start + block.text.length;
}

/** `<!-- policy-writing: ignore -->`, or with codes; in LaTeX behind `%`. */
export const ignoreComment = /(?:<!--|%)\s*policy-writing:\s*ignore(?:\s+([\w.,]+(?:[ \t]+[\w.,]+)*))?\s*(?:-->|$)/;

/** Environments of LaTeX that set quotations apart. */
const quoting = /^(?:quote|quotation|displayquote)$/;

/** A longer paragraph is cut: looking at all of it at once would be felt. */
const longest = 50_000;

/** The paragraphs of a draft, in order. Costs one pass over the draft. */
export function blocksOf({ masked, lines, closed }: MaskedDraft, language: string): Block[] {
	const cutter = new BlockCutter(masked, language);
	let before = 0;
	for (const [at, line] of lines.entries()) {
		cutter.take(line, closed[at], before);
		before = line.start + line.text.length;
	}
	return headed(attributed(cutter.finish(before))).flatMap(block => notesApart(block, masked, language));
}

/** No longer heading is a name. */
const longestName = 20;

/** Paragraphs with the heading they stand under. */
function headed(blocks: readonly Block[]): Block[] {
	let over: Block | undefined;
	return blocks.map(block => {
		if (block.kind === 'heading') over = block.text.length > longestName ? undefined : block;
		if (!over || over === block) return block;
		return { ...block, heading: { start: over.start - block.start, text: over.text } };
	});
}

/** A paragraph without the notes that are written in it, and those as paragraphs of their own. */
function notesApart(block: Block, masked: string, language: string): readonly Block[] {
	const notes: InnerNote[] = [];
	for (const one of innerNotes(masked.slice(block.start, block.start + block.text.length), language))
		if (one.from >= (notes.at(-1)?.to ?? 0) && !one.open) notes.push(one);
	if (notes.length === 0) return [block];
	let text = '';
	for (const { from, to } of notes) {
		text += block.text.slice(text.length, from);
		text += block.text.slice(from, to).replace(/[^\r\n]/g, blank);
	}
	const isMarkdown = language === 'markdown';
	// In LaTeX its command has been read already.
	const places = isMarkdown
		? notes.map(({ from, to }) => ({ label: '', start: from, end: to, form: 'note' as const }))
		: [];
	const cites = [...block.cites, ...places].sort((a, b) => a.start - b.start);
	return [{ ...block, text: text + block.text.slice(text.length), cites }, ...notes.map(note => noteIn(block, note))];
}

function noteIn({ start, text, cites, ignored }: Block, note: InnerNote): Block {
	return {
		start: start + note.start,
		text: text.slice(note.start, note.end),
		kind: 'note',
		cites: cites
			.filter(one => note.start <= one.start && one.end <= note.end)
			.map(one => ({ ...one, start: one.start - note.start, end: one.end - note.start })),
		ignored,
		inner: true,
	};
}

/** The first line and the last of a list of references that was written by a command. */
const referencesMark = /^\s*(?:<!--|%)\s*\/?policy-writing:\s*references/;
/** What begins a paragraph of its own: an item of a list, or an indented line. */
const opensParagraph = /^\s*(?:[-*+]|\d{1,9}[.)])\s|^\u3000/;

/** Which kinds of Markdown's paragraphs a line may begin. */
const markdownKinds: readonly (readonly [Block['kind'], RegExp])[] = [
	['heading', /^ {0,3}#{1,6}\s/],
	['quote', /^ {0,3}>/],
	['note', /^ {0,3}\[\^[^\]\s]+\]:/],
];

/** Cuts a draft into paragraphs, line by line. */
class BlockCutter {
	private readonly blocks: Block[] = [];
	private readonly markdown: boolean;
	private readonly tex: boolean;
	/** Where the paragraph begins that is open, and what it is. */
	private first: number | undefined;
	private kind: Block['kind'] = 'paragraph';
	private ignored: readonly string[] = [];
	private inList = false;
	private inQuote = false;

	constructor(
		private readonly masked: string,
		private readonly language: string,
	) {
		this.markdown = language === 'markdown';
		this.tex = isTex(language);
	}

	/** Takes the next line; `closed`: why it is blanked altogether; `before`: where the line before it ends. */
	take(line: TextLine, closed: RegionKind | undefined, before: number): void {
		const text = this.masked.slice(line.start, line.start + line.text.length);
		if (closed !== 'code' && referencesMark.test(line.text)) {
			this.close(before);
			this.inList = !/\/policy-writing/.test(line.text);
			return;
		}
		// What we wrote ourselves is no prose of the writer's.
		if (this.inList) return;
		if (closed !== 'code' && this.takesIgnore(line, text, before)) return;
		if (closed || text.replaceAll(blank, '').trim() === '') return this.close(before);
		if (this.tex && this.takesEnvironment(text, before)) return;
		const kind = this.kindOf(text);
		if (this.goesOn(kind, text)) return;
		this.close(before);
		this.first = line.start;
		this.kind = kind;
	}

	/** All paragraphs, the last of which ends at `end`. */
	finish(end: number): readonly Block[] {
		this.close(end);
		return this.blocks;
	}

	private close(end: number): void {
		if (this.first === undefined) return;
		for (let from = this.first; from < end; from += longest)
			this.blocks.push(
				blockOf(this.masked, from, Math.min(end, from + longest), this.kind, this.markdown, this.ignored),
			);
		this.first = undefined;
		this.ignored = [];
	}

	/** Reads a comment that says what to leave out; answers whether nothing else stands on its line. */
	private takesIgnore(line: TextLine, text: string, before: number): boolean {
		const found = line.text.includes('policy-writing') ? ignoreComment.exec(line.text) : null;
		if (!found || text.slice(0, found.index).trim() !== '') return false;
		this.close(before);
		this.ignored = found[1] === undefined ? ['*'] : found[1].split(/[\s,]+/);
		return !this.markdown || text.slice(found.index + found[0].length).trim() === '';
	}

	/** Reads where an environment begins or ends; answers whether nothing else stands on its line. */
	private takesEnvironment(text: string, before: number): boolean {
		const [all, what, name = ''] = /^\s*\\(begin|end)\{(\w+)\*?\}/.exec(text) ?? [];
		if (all === undefined) return false;
		this.close(before);
		this.inQuote = what === 'begin' && quoting.test(name);
		return text.slice(all.length).trim() === '';
	}

	private kindOf(text: string): Block['kind'] {
		if (!this.markdown) return this.inQuote ? 'quote' : 'paragraph';
		return markdownKinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'paragraph';
	}

	/** Whether a line goes on with the open paragraph: only Markdown and LaTeX join lines. */
	private goesOn(kind: Block['kind'], text: string): boolean {
		if (this.first === undefined || this.language === 'plaintext') return false;
		if (kind === 'heading' || kind === 'note') return false;
		const fits = kind === this.kind || (kind === 'paragraph' && this.kind === 'note');
		return fits && !opensParagraph.test(text);
	}
}

/**
 * A line that says whose words stand before it: a name, or who spoke, when or where they are printed. ——坚持创新。 is
 * an item of a list.
 */
const attributing = new RegExp(
	String.raw`^\s*(?:[—―]{2}|--)\s*(?:[\p{Script=Han}·]{2,4}|(?=[^。；：]*(?:${[
		'总书记|總書記|主席|总理|總理|书记|書記|委员长|部长|省长|市长',
		'会议|會議|《|强调|強調|指出|讲话|講話|致辞|摘自|引自|出自',
		String.raw`\d{4}\s*[年.\-/]|[（(]\d{4}`,
	].join('|')}))[^。；：]+)\s*$`,
	'u',
);

const opened = /^\s*["“「『]/;

/** Whether a paragraph is short, and of whole sentences. */
function mayBeSigned({ kind, text }: Block): boolean {
	return kind === 'paragraph' && text.length <= 200 && /[。！？…]["”’」』]?\s*$/.test(text);
}

/** Whether a quotation begins with a paragraph and is not closed at its end. */
function goesOn({ text }: Block): boolean {
	return opened.test(text) && !/["”」』]\s*$/.test(text);
}

/** Short paragraphs right before a line that begins with a dash are quotations set apart, which it attributes. */
function attributed(blocks: readonly Block[]): Block[] {
	const made = [...blocks];
	blocks.forEach((block, at) => {
		if (block.text.length > 120 || !attributing.test(block.text.replaceAll(blank, ' '))) return;
		for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
			const one = made[before];
			if (!one) break;
			const apart = one.kind === 'quote' && before === at - 1;
			if (!apart && !mayBeSigned(one)) break;
			// Behind a quotation in marks the line signs what stands in these, not the writer's own words before it.
			if (before < at - 1 && opened.test(made[before + 1]?.text ?? '') && !goesOn(one)) break;
			made[before] = { ...one, kind: 'quote', attribution: { start: block.start - one.start, text: block.text } };
			if (apart) break;
		}
	});
	return made;
}

function blockOf(
	masked: string,
	start: number,
	end: number,
	kind: Block['kind'],
	markdown: boolean,
	ignored: readonly string[],
): Block {
	const written = masked.slice(start, end);
	const cites: Cite[] = [];
	const text = markdown ? markdownText(written, cites) : texText(written, cites);
	return { start, text, kind, cites, ignored };
}
