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
					return `⟪image ${token.attrGet('src') ?? ''} ${token.content}⟫`;
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

function reading(text: string): Reading {
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
		} else if (token.type === 'inline') put('', inlineText(token.children ?? []));
		else if (token.nesting === 1) path.push(token.tag);
		else if (token.nesting === -1) path.pop();
		else if (token.content) put(token.type, (isText(token) ? token.content : plain(token.content)).trimEnd());
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

/** The draft with what citations lead to in their place. `throughNotes`: a key leads to the note that has it as its label, where there is one. */
export function readMarkdown(text: string, throughNotes = false): readonly Leaf[] {
	const { leaves, notes } = reading(text);
	const leads = (label: string, depth: number): string => {
		const all = notes.get(label);
		if (!all) return byLabel.get(label) ?? `⟦${label}⟧`;
		const worded = all.filter(one => one !== '');
		const said = [...new Map((worded.length > 0 ? worded : all).map(one => [words(one), one])).values()];
		const [first] = said;
		const same = said.length === 1;
		const meaning = same ? (words(first!) === '' ? byLabel.get(label) : known.get(words(first!))) : undefined;
		return (
			meaning ??
			`⟪${depth > 3 ? '' : (same ? [first!] : said).map(one => known.get(words(one)) ?? resolved(one, depth + 1)).join('‖')}⟫`
		);
	};
	const group = (inner: string, depth: number, cluster: boolean): string => {
		if (!cluster) return `[${inner}]`;
		const parts = inner.split(';').map(one => {
			const cited = /^@(?:\{([^}]*)\}|([^\s,;{}]+))(?:, (\S+))?$/.exec(one.trim());
			const source = cited && sources.find(each => each.id === (cited[1] ?? cited[2]));
			const place = cited && places.find(each => each.said === (cited[3] ?? ''));
			return { words: one.trim(), meant: source && place ? { source, place } : undefined };
		});
		const through = throughNotes && parts.every(one => one.meant);
		return parts
			.map(({ words: said, meant }) => {
				if (!meant) return `⟨words ${said}⟩`;
				const label = meant.source.id.replace(' ', '-') + meant.place.label;
				return through && notes.has(label) ? leads(label, depth) : `⟨${meant.source.id}|${meant.place.said}⟩`;
			})
			.join('');
	};
	const resolved = (one: string, depth: number): string => {
		const linked = one.replace(/\[\^([^\s[\]“”（）]+)\]/g, (_, label: string) => leads(label, depth));
		return linked.replace(/\[([^[\]]*@[^[\]]*)\]/g, (_, inner: string, at: number) =>
			group(inner, depth, !/^\[(?![\^⟦⟪⟨\uE000-\uE0FF])(?![^[\]]*@)/.test(linked.slice(at + inner.length + 2))),
		);
	};
	return leaves.map(leaf => ({ path: leaf.path, text: resolved(leaf.text, 0) }));
}

/** What the notes of a draft say, labels left out. */
export function notesOf(text: string): readonly string[] {
	return [...reading(text).notes.values()].flat().map(one => one.replace(/\[\^[^\s[\]]+\]/g, '[^]'));
}
