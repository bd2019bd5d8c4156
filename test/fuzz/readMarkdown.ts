// A draft as markdown-it reads it, which knows nothing of ours: each stretch of text with the blocks around it, and
// what each citation leads to in the place of the citation.
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type Token from 'markdown-it/lib/token.mjs';
import { escapeFor } from '../../src/core/citations/edits/escape';
import { formatReference } from '../../src/core/citations/gbt7714/reference';
import { places } from './drafts';
import { sources } from './sources';

const md = new MarkdownIt({ html: true }).use(footnotes);
// A formula set apart goes on to the line that ends with its marks, as the preview of VS Code reads it.
md.block.ruler.before(
	'fence',
	'math_block',
	(state, first, end, silent) => {
		const line = (at: number) => state.src.slice(state.bMarks[at]! + state.tShift[at]!, state.eMarks[at]).trimEnd();
		if (!line(first).startsWith('$$') || line(first).includes('$$', 2) || state.sCount[first]! - state.blkIndent >= 4)
			return false;
		if (silent) return true;
		let last = first + 1;
		while (last < end && !line(last).endsWith('$$')) last++;
		state.line = Math.min(last + 1, end);
		state.push('math_block', 'math', 0).content = state.getLines(first, state.line, state.blkIndent, true);
		return true;
	},
	{ alt: ['paragraph', 'reference', 'blockquote', 'list'] },
);
// Notes are taken where they are defined; marks that are escaped stay apart from others.
md.core.ruler.disable(['footnote_tail', 'text_join']);

/** A stretch of text: a paragraph, a heading, a cell, code, HTML. */
export interface Leaf {
	/** The blocks around it, e.g. `ul li p`. */
	readonly path: string;
	readonly text: string;
}

interface Reading {
	readonly leaves: readonly Leaf[];
	/** Label → the words of its definitions. */
	readonly notes: ReadonlyMap<string, readonly string[]>;
}

/** How a draft is read. */
export interface ReadOptions {
	/** Signs that stand for marks and words → those. */
	readonly signs?: ReadonlyMap<string, string>;
	/** A draft whose notes count where this one has none of that label. */
	readonly notesOf?: string;
	/** What notes say in their writer's own words → the citation a key with their label would be. */
	readonly own?: ReadonlyMap<string, string>;
	/** Whether of several definitions with one label the first counts. */
	readonly first?: boolean;
}

/** A sign with what stands around it for what it stands for: `[S]`, `（S）`, `“S[x]`, `; @S`. */
const signed = /(?:; @|[^])([\uE000-\uE0FF])(?:\[x\]|⁅x⁆|(?<=@[^])|[^])/gu;

/** Text with what signs stand for in their places; `read`: as Markdown reads it. */
function spelledOut(
	text: string,
	signs: ReadonlyMap<string, string> | undefined,
	read: (mark: string) => string,
): string {
	return signs ? text.replace(signed, (all, sign: string) => (signs.has(sign) ? read(signs.get(sign)!) : all)) : text;
}

const inlineOf = (mark: string) => inlineText(md.parseInline(mark, {})[0]!.children ?? []);

/** Front matter is no Markdown. */
const frontMatter = /^---[ \t]*(\r\n|\n)[^]*?\1(?:---|\.\.\.)[ \t]*(?:\r\n|\n|$)/;

/** Marks that mean nothing here. */
const plain = (text: string) => text.replaceAll('[', '⁅').replaceAll(']', '⁆').replaceAll('@', '＠');

function inlineText(tokens: readonly Token[]): string {
	return tokens
		.map(token => {
			switch (token.type) {
				case 'text':
					return token.content;
				case 'text_special':
					return plain(token.content);
				case 'softbreak':
				case 'hardbreak':
					return '\n';
				case 'code_inline':
					return `\`${plain(token.content)}\``;
				case 'html_inline':
					return plain(token.content);
				case 'image':
					return `⟪image ${token.attrGet('src') ?? ''} ${inlineText(token.children ?? [])}⟫`;
				case 'link_open':
					return `⟪link ${token.attrGet('href') ?? ''}⟫`;
				case 'footnote_ref':
					return `[^${(token.meta as { label: string }).label}]`;
				default:
					return `⟪${token.tag}${token.nesting}⟫`;
			}
		})
		.join('');
}

function reading(text: string, signs?: ReadonlyMap<string, string>): Reading {
	const leaves: Leaf[] = [];
	const notes = new Map<string, string[]>();
	const path: string[] = [];
	const open: { label: string; depth: number; leaves: Leaf[] }[] = [];
	const put = (type: string, words: string) => {
		const note = open.at(-1);
		const here = note ? path.slice(note.depth) : path;
		if (words.trim() !== '') (note?.leaves ?? leaves).push({ path: [...here, type].join(' '), text: words });
	};
	for (const token of md.parse(text.replace(frontMatter, ''), {})) {
		if (token.type === 'footnote_reference_open')
			open.push({ label: (token.meta as { label: string }).label, depth: path.length, leaves: [] });
		else if (token.type === 'footnote_reference_close') {
			const note = open.pop()!;
			const said = note.leaves.map(leaf => `${leaf.path}: ${leaf.text}`).join('¶');
			notes.set(note.label, [...(notes.get(note.label) ?? []), said]);
		} else if (token.type === 'inline') put('', spelledOut(inlineText(token.children ?? []), signs, inlineOf));
		else if (token.nesting === 1) path.push(token.tag);
		else if (token.nesting === -1) path.pop();
		else if (token.content) {
			const asRead = isText(token) ? (one: string) => one : plain;
			put(token.type, spelledOut(asRead(token.content), signs, asRead).trimEnd());
		}
	}
	return { leaves, notes };
}

/** HTML that holds text, as pandoc reads it. */
const isText = ({ type, content }: Token) => type === 'html_block' && /^<(?:div|p)\b/.test(content);

const words = (text: string) => text.replace(/\s+/g, '');
/** What a note says → the source and the place it cites. */
const known = new Map<string, string>();
const byLabel = new Map<string, string>();
for (const source of sources) {
	for (const { said, label, locator } of places) {
		const meaning = `⟨${source.id}|${said}⟩`;
		byLabel.set(source.id.replace(' ', '-') + label, meaning);
		for (const edition of ['2025', '2015'] as const)
			for (const gaps of [true, false]) {
				const note = escapeFor('markdown', formatReference(source, { edition, locator, gaps }).text);
				known.set(words(reading(`[^a]: ${note}`).notes.get('a')![0]!), meaning);
			}
	}
}

/** The words of a note without what is cited in them. */
const uncited = (said: string) => words(said).replace(/\[[^\]]*\]/g, '');

/**
 * What the notes of a draft say in their writer's own words where their label means a source → that citation. A key with
 * such a label, switched, leads to the note.
 */
export function ownNotes(text: string): ReadonlyMap<string, string> | undefined {
	const own = new Map<string, string>();
	const { notes } = reading(text);
	for (const [label, all] of notes) {
		const meaning = byLabel.get(label);
		for (const said of all) {
			if (known.has(words(said)) || words(said) === '') continue;
			// What says nothing but citations is told from no other such note.
			const key = uncited(said);
			const others = [...notes].some(([other, each]) => other !== label && each.some(one => uncited(one) === key));
			if (meaning !== undefined && (key === '' || others)) return undefined;
			if (meaning !== undefined) own.set(key, meaning);
		}
	}
	return own;
}

/** The draft with what citations lead to in their place. */
export function readMarkdown(text: string, options: ReadOptions = {}): readonly Leaf[] {
	const { leaves, notes: there } = reading(text, options.signs);
	const notes = new Map(options.notesOf === undefined ? [] : reading(options.notesOf).notes);
	for (const [label, all] of there) notes.set(label, all);
	const meant = (said: string) => known.get(words(said)) ?? options.own?.get(uncited(said));
	const leads = (label: string, within: readonly string[]): string => {
		const all = notes.get(label);
		if (!all) return byLabel.get(label) ?? `⟦${label}⟧`;
		// A note within itself says nothing more.
		if (within.includes(label)) return '⟪↺⟫';
		const worded = all.filter(one => one !== '');
		const said = [
			...new Map((worded.length > 0 ? worded : all).map(one => [meant(one) ?? words(one), one])).values(),
		].slice(0, options.first ? 1 : Infinity);
		const [only = ''] = said;
		if (said.length === 1 && words(only) === '') return byLabel.get(label) ?? '⟪⟫';
		const meaning = said.length === 1 ? meant(only) : undefined;
		return meaning ?? `⟪${said.map(one => meant(one) ?? resolved(one, [...within, label])).join('‖')}⟫`;
	};
	const group = (inner: string, cluster: boolean): string => {
		// What holds another citation is read alike, whether that is a note or a key in brackets of its own.
		if (inner.includes('⟨')) return `[${inner}]`;
		// Pandoc: a key in every part, or it is no citation.
		const parts = inner.split(';').map(one => one.trim());
		if (!cluster || !parts.every(one => /(?<![\p{L}\p{N}_])@[{\p{L}\p{N}_\uE000-\uE0FF]/u.test(one)))
			return `[${inner}]`;
		return parts
			.map(one => {
				const cited = /^@(?:\{([^}]*)\}|([^\s,;{}]+))(?:, (\S+))?$/.exec(one);
				const source = cited && sources.find(each => each.id === (cited[1] ?? cited[2]));
				const place = cited && places.find(each => each.said === (cited[3] ?? ''));
				return source && place ? `⟨${source.id}|${place.said}⟩` : `⟨words ${one}⟩`;
			})
			.join('');
	};
	const resolved = (one: string, within: readonly string[]): string => {
		const linked = one.replace(/\[\^([^\s[\]“”（）]+)\]/g, (_, label: string) => leads(label, within));
		return linked.replace(/\[([^[\]]*@[^[\]]*)\]/g, (_, inner: string, at: number) =>
			group(inner, !/^\[(?![\^⟦⟪⟨])(?![^[\]]*@)/.test(linked.slice(at + inner.length + 2))),
		);
	};
	return leaves.map(leaf => ({ path: leaf.path, text: resolved(leaf.text, []) }));
}

/** What the notes of a draft say, labels left out. */
export function notesOf(text: string): readonly string[] {
	return [...reading(text).notes.values()].flat().map(one => one.replace(/\[\^[^\s[\]]+\]/g, '[^]'));
}
