// About where on its pages a document stands: how many lines each paragraph takes, how high they are, what a page
// holds. Programs set lines as they will; what is asked of an estimate is said again when Word counts.

import type { Look, StyleKey } from '../layout/layout';
import { plainText, type Block, type Inline, type List, type Role, type Table } from '../manuscript';
import type { Sheet } from './sheet';

/** Where something begins and ends: pages from 1, twips from the top of the text. */
export interface Extent {
	readonly page: number;
	readonly top: number;
	readonly endPage: number;
	readonly bottom: number;
}

export interface EstimatedHeading {
	readonly level: number;
	readonly page: number;
}

/** Fonts for Chinese make a line of Word 1.3 times as high as their type; in twips for a half point. */
const single = 13;
/** Points of a pixel, as the library counts. */
const pixel = 15;
/** No fewer lines of a paragraph stand alone on a page. */
const together = 2;

/** Estimates pages; blocks are told of in the order in which they stand. */
export class PageEstimate {
	readonly extents = new Map<Block, Extent>();
	/** Headings that have words, in order. */
	readonly headings: EstimatedHeading[] = [];
	private page = 1;
	private used = 0;
	private notes = 0;

	constructor(private readonly sheet: Sheet) {}

	/** Something so high stands above; twips. */
	skip(height: number): void {
		this.used += height;
	}

	take(blocks: readonly Block[], style: StyleKey = 'body', indent = 0): void {
		for (const block of blocks) {
			const begun = { page: this.page, top: this.used };
			this.block(block, style, indent);
			const fits = this.page === begun.page || begun.top < this.room;
			this.extents.set(block, {
				...(fits ? begun : { page: this.page, top: 0 }),
				endPage: this.page,
				bottom: this.used,
			});
		}
	}

	/** How high a line of a style is, in twips. */
	lineOf(style: StyleKey): number {
		return lineHeight(this.sheet.layout.looks[style]);
	}

	/** How many lines a text takes in a style. */
	linesOf(text: string, style: StyleKey, indent = 0): number {
		const { layout } = this.sheet;
		const look = layout.looks[style];
		const character = look.size * 10 + layout.characterSpacing;
		const room = Math.max(1, Math.floor((layout.page.width - indent) / character) - (look.left ?? 0));
		const width = (line: string) => widthOf(line) + Math.max(0, (look.firstLine ?? 0) - (look.hanging ?? 0));
		return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / room)), 0);
	}

	private get room(): number {
		return this.sheet.layout.page.height - this.notes;
	}

	private block(block: Block, style: StyleKey, indent: number): void {
		switch (block.type) {
			case 'paragraph':
				return this.text(block.content, styleOf(block.role) ?? style, indent);
			case 'heading':
				return this.heading(block.content, block.level);
			case 'list':
				return this.list(block, indent);
			case 'table':
				return this.table(block);
			case 'quote':
				return this.take(block.blocks, 'quote', indent);
			case 'figure':
				return this.figure(block);
			case 'code':
				return this.lines(block.text.split('\n').length, 'code');
			case 'rule':
				return this.lines(1, 'body');
		}
	}

	private text(content: readonly Inline[], style: StyleKey, indent: number): void {
		this.lines(this.linesOf(plainText(content), style, indent), style);
		this.notesOf(content);
	}

	/** Footnotes stand at the end of the page, below a line. */
	private notesOf(content: readonly Inline[]): void {
		for (const inline of content) {
			if (inline.type !== 'note' || inline.again) continue;
			const blocks = this.sheet.manuscript.notes[inline.note] ?? [];
			const text = blocks.map(block => (block.type === 'paragraph' ? plainText(block.content) : '')).join('\n');
			const rule = this.notes === 0 ? this.lineOf('note') : 0;
			this.notes += rule + this.linesOf(text, 'note') * this.lineOf('note');
		}
	}

	private heading(content: readonly Inline[], level: number): void {
		const text = plainText(content);
		const style = headingStyles[Math.min(level, headingStyles.length) - 1] ?? 'heading1';
		// A heading is on the page of the text below it.
		this.lines(this.linesOf(text, style), style, together * this.lineOf('body'));
		if (text.trim() !== '') this.headings.push({ level, page: this.page });
	}

	private list({ items }: List, indent: number): void {
		const inner = indent + this.sheet.layout.listIndent;
		for (const item of items) this.take(item, 'list', inner);
	}

	private table({ header, rows, caption, alignments }: Table): void {
		const { layout } = this.sheet;
		if (caption) this.lines(1, 'caption', this.lineOf('table'));
		const columns = Math.max(1, header.length, alignments.length);
		for (const row of [header, ...rows].filter(cells => cells.length > 0)) {
			const width = layout.page.width / columns;
			const counts = row.map(cell => this.linesOf(plainText(cell), 'table', layout.page.width - width + 120));
			this.whole(Math.max(1, ...counts) * this.lineOf('table') + 2 * 20 + 10);
			for (const cell of row) this.notesOf(cell);
		}
		this.lines(1, 'table');
	}

	private figure({ image, caption }: Extract<Block, { type: 'figure' }>): void {
		const { width, height } = this.sheet.layout.page;
		const picture = this.sheet.pictures[image];
		const scale = picture && Math.min(1, width / (picture.width * pixel), (height * 0.8) / (picture.height * pixel));
		const words = caption ? this.lineOf('caption') + 240 : 0;
		this.whole((picture ? picture.height * pixel * (scale ?? 1) : this.lineOf('figure')) + 120 + words);
	}

	/** What no page divides. */
	private whole(height: number): void {
		if (this.used + height > this.room && this.used > 0) this.next();
		this.used += height;
	}

	/** Lines of a paragraph; `below`: how much of what follows stands on the page of the last. */
	private lines(count: number, style: StyleKey, below = 0): void {
		const look = this.sheet.layout.looks[style];
		const height = lineHeight(look);
		if (look.pageBreakBefore && this.used > 0) this.next();
		const before = look.before ?? 0;
		const least = below > 0 || count <= together + 1 ? count : together;
		if (this.used > 0 && this.used + before + least * height + below > this.room) this.next();
		this.used += before;
		let left = count;
		while (left > 0) {
			const fitting = Math.max(1, Math.floor((this.room - this.used) / height));
			// The last line is never alone.
			const now = left - fitting === 1 && fitting > together ? fitting - 1 : Math.min(left, fitting);
			this.used += now * height;
			left -= now;
			if (left > 0) this.next();
		}
		this.used += look.after ?? 0;
	}

	private next(): void {
		this.page++;
		this.used = 0;
		this.notes = 0;
	}
}

const headingStyles = ['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const;

const roleStyles: Readonly<Partial<Record<Role, StyleKey>>> = {
	annexTitle: 'title',
	annex: 'annex',
	annexFirst: 'annexFirst',
	annexItem: 'annexItem',
	annexes: 'annexes',
	recipient: 'recipient',
	reference: 'reference',
	signer: 'signature',
	date: 'signature',
};

function styleOf(role: Role | undefined): StyleKey | undefined {
	return role && roleStyles[role];
}

function lineHeight({ exact, size, lines = 240 }: Look): number {
	return exact ?? (size * single * lines) / 240;
}

/** In characters; what is not Chinese is about half as wide. */
function widthOf(text: string): number {
	return [...text].reduce((sum, character) => sum + 1 - Number(/[\u0020-\u024f]/.test(character)) / 2, 0);
}
