// Tokens of markdown-it → blocks: paragraphs, headings, lists, tables, quotes, pictures, code.

import { headingAttributes } from '../../draft/referenceList';
import { plainText, type Alignment, type Block, type Inline, type Table } from '../manuscript';
import { captionOf, isCaption, withCaptions, withoutEnd, withoutLabels } from './captions';
import type { Reading } from './context';
import { alignmentOf, withoutBlockTags } from './html';
import { inlinesOf } from './inlines';
import { parseMarkdown, type Token } from './parser';
import { cellsLeftOut } from './ragged';
import { allowedText } from './text';

/** The blocks of tokens; definitions of footnotes are none. */
export function readBlocks(tokens: readonly Token[], reading: Reading): readonly Block[] {
	return withCaptions(new BlockReader(tokens, reading).all(), reading.labels);
}

/** Tells the reading of every definition of a footnote, wherever it stands. */
export function gatherNotes(tokens: readonly Token[], reading: Reading): void {
	tokens.forEach((token, at) => {
		if (token.type !== 'footnote_reference_open') return;
		const length = tokens
			.slice(at)
			.findIndex(one => one.type === 'footnote_reference_close' && one.level === token.level);
		const { label } = token.meta as { readonly label: string };
		reading.define(label, tokens.slice(at + 1, at + Math.max(1, length)));
	});
}

class BlockReader {
	private at = 0;

	constructor(
		private readonly tokens: readonly Token[],
		private readonly reading: Reading,
	) {}

	/** All blocks up to the end. */
	all(): readonly Block[] {
		const blocks: Block[] = [];
		for (let token = this.next(); token; token = this.next()) blocks.push(...this.block(token));
		return blocks;
	}

	private next(): Token | undefined {
		return this.tokens[this.at++];
	}

	/** The tokens up to the end of what a token opened. */
	private within(open: Token): readonly Token[] {
		const from = this.at;
		const close = open.type.replace(/_open$/, '_close');
		while (this.at < this.tokens.length) {
			const token = this.tokens[this.at++];
			if (token?.type === close && token.level === open.level) return this.tokens.slice(from, this.at - 1);
		}
		return this.tokens.slice(from);
	}

	private block(token: Token): readonly Block[] {
		switch (token.type) {
			case 'paragraph_open':
				return this.paragraph(this.inline(this.within(token)));
			case 'heading_open':
				return [this.heading(token)];
			case 'bullet_list_open':
			case 'ordered_list_open':
				return [this.list(token)];
			case 'blockquote_open':
				return [{ type: 'quote', blocks: readBlocks(this.within(token), this.reading) }];
			case 'table_open':
				return [tableOf(this.within(token), this.reading)];
			default:
				return this.leaf(token);
		}
	}

	/** Blocks that hold no others. */
	private leaf(token: Token): readonly Block[] {
		switch (token.type) {
			case 'fence':
			case 'code_block':
				return [{ type: 'code', text: this.allowed(token.content.replace(/\n$/, '')) }];
			case 'math_block':
				this.reading.problems.add('math', token.content.split('\n', 1)[0] ?? '');
				return [{ type: 'code', text: this.allowed(token.content) }];
			case 'hr':
				return [{ type: 'rule' }];
			case 'html_block':
				return this.html(token.content);
			case 'footnote_reference_open':
				this.within(token);
				return [];
			default:
				return [];
		}
	}

	private allowed(written: string): string {
		const { text, left } = allowedText(written);
		if (left > 0) this.reading.problems.add('control', String(left));
		return text;
	}

	private inline(tokens: readonly Token[]): readonly Inline[] {
		return tokens.flatMap(token => inlinesOf(token.children, this.reading));
	}

	/** A heading, without its attributes. */
	private heading(open: Token): Block {
		const content = this.inline(this.within(open));
		const last = content.at(-1);
		const text = last?.type === 'text' ? last.text : '';
		const kept = text.replace(headingAttributes, '').trimEnd();
		return {
			type: 'heading',
			level: Number(open.tag.slice(1)),
			content: withoutEnd(content, text.length - kept.length),
		};
	}

	/** A paragraph; one that is nothing but a picture is a figure. */
	private paragraph(content: readonly Inline[]): readonly Block[] {
		const [first, ...rest] = content;
		const label = /^\s*\{#fig:([\w-]+)(?![\w-])[^}]*\}\s*$/.exec(plainText(rest));
		if (!first) return [];
		if (first.type !== 'image' || (rest.length > 0 && !label)) {
			const shown = withoutLabels(content);
			return captioned(shown) ?? ownLines(shown);
		}
		return [figureOf(first.image, first.words, this.reading.labels.get(`fig:${label?.[1] ?? ''}`))];
	}

	private list(open: Token): Block {
		const inner = this.within(open);
		const items: (readonly Block[])[] = [];
		const reader = new BlockReader(inner, this.reading);
		for (let token = reader.next(); token; token = reader.next())
			if (token.type === 'list_item_open') items.push(readBlocks(reader.within(token), this.reading));
		const start = Number(open.attrGet('start') ?? 1);
		return { type: 'list', ordered: open.type === 'ordered_list_open', start, items };
	}

	/** HTML that stands alone is read as what is between its tags. */
	private html(written: string): readonly Block[] {
		const { text, odd } = withoutBlockTags(written);
		for (const name of odd) this.reading.problems.add('html', name);
		if (text === '') return [];
		const align = alignmentOf(written);
		const { tokens } = parseMarkdown(text);
		for (const cells of cellsLeftOut(text, tokens)) this.reading.problems.add('table.cells', cells);
		const blocks = readBlocks(tokens, this.reading);
		if (!align) return blocks;
		return blocks.map(block => aligned(block, align));
	}
}

/** A picture with its caption on the line below or above it. */
function captioned(content: readonly Inline[]): readonly Block[] | undefined {
	const parts = content.filter(({ type }) => type !== 'break');
	const [picture, ...others] = parts.filter(({ type }) => type === 'image');
	if (picture?.type !== 'image' || others.length > 0) return undefined;
	if (parts[0] !== picture && parts.at(-1) !== picture) return undefined;
	const words = parts.filter(part => part !== picture);
	if (!isCaption('figure', words)) return undefined;
	return [{ ...figureOf(picture.image, picture.words, undefined), caption: captionOf('figure', words) } as Block];
}

/** Lines that stand alone are paragraphs. */
function ownLines(content: readonly Inline[]): readonly Block[] {
	const lines: Inline[][] = [[]];
	for (const inline of content) {
		if (inline.type === 'break' && inline.own) lines.push([]);
		else lines.at(-1)?.push(inline);
	}
	return lines.map(line => ({ type: 'paragraph', content: line }));
}

function aligned(block: Block, align: Alignment): Block {
	if (block.type === 'paragraph') return { ...block, align };
	return block;
}

function figureOf(image: number, words: string, number: string | undefined): Block {
	const content = [words].filter(text => text !== '').map((text): Inline => ({ type: 'text', text, style: {} }));
	return { type: 'figure', image, words, caption: captionOf('figure', content, number) };
}

function tableOf(tokens: readonly Token[], reading: Reading): Table {
	const rows: (readonly Inline[])[][] = [];
	const alignments: (Alignment | undefined)[] = [];
	let headers = 0;
	for (const token of tokens) {
		if (token.type === 'tr_open') rows.push([]);
		else if (token.type === 'thead_close') headers = rows.length;
		else if (token.type === 'th_open') alignments.push(sideOf(String(token.attrGet('style') ?? '')));
		else if (token.type === 'inline') rows.at(-1)?.push(inlinesOf(token.children, reading));
	}
	return { type: 'table', alignments, header: rows.slice(0, headers).flat(), rows: rows.slice(headers) };
}

function sideOf(style: string): Alignment | undefined {
	return (['left', 'center', 'right'] as const).find(side => style.includes(side));
}
