// The lines of a draft that begin with a number of an outline, nested as the draft nests them: 一、（一） 1.（1）,
// 第一条, and the captions of tables and figures.

import type { Block } from '../../draft/blocks';
import { blank } from '../../draft/mask';
import { numberValue } from '../../text/numerals';

/** What a number is written as: the four levels of official documents, outermost first, and what is counted apart. */
export type Scheme = 0 | 1 | 2 | 3 | '章' | '节' | '条' | '表' | '图' | '附件';

/** A line that begins with a number; offsets of the draft, half-open, of the number with its marks. */
export interface Numbered {
	readonly scheme: Scheme;
	readonly value: number;
	readonly start: number;
	readonly end: number;
	/** As it is written: 一、. */
	readonly mark: string;
	/** What stands behind the number in its line. */
	readonly words: string;
	/** How many # it has, where it is a heading of Markdown. */
	readonly depth: number | undefined;
	readonly block: Block;
}

/** A line of prose. */
export interface ProseLine {
	readonly start: number;
	/** Without what is blanked out at its beginning, and without space around it. */
	readonly text: string;
	readonly depth: number | undefined;
	readonly block: Block;
}

const han = '[一二三四五六七八九十]{1,3}';
const patterns: readonly (readonly [Scheme, RegExp])[] = [
	[0, new RegExp(`^(${han})、`)],
	[1, new RegExp(`^[（(](${han})[)）](?![、款至]|项(?!目))`)],
	// In Markdown a full stop behind a number may be escaped, so that it makes no list.
	[2, /^(\d{1,2})\\?[.．、](?![\d.])/],
	[3, /^[（(](\d{1,2})[)）]/],
	['章', /^第([一二三四五六七八九十百]{1,4})章(?=\s|$)/],
	['节', /^第([一二三四五六七八九十]{1,3})节(?=\s|$)/],
	['条', /^第([一二三四五六七八九十百]{1,5})条(?=\s)/],
	['表', /^表\s?(\d{1,2})(?=[\s：:.．、]\s*\S)/],
	['图', /^图\s?(\d{1,2})(?=[\s：:.．、]\s*\S)/],
	['附件', /^附件\s?(\d{1,2}|[一二三四五六七八九十])(?=\s|[：:]|$)/],
];

/** The lines of headings and paragraphs; notes and quotations count for themselves. */
export function proseLines(blocks: readonly Block[], text: string): readonly ProseLine[] {
	return blocks.flatMap(block => {
		if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
		let start = block.start;
		return block.text.split('\n').flatMap(line => {
			const from = start;
			start += line.length + 1;
			const trimmed = line.replaceAll(blank, ' ');
			const lead = trimmed.length - trimmed.trimStart().length;
			if (trimmed.trim() === '') return [];
			const depth =
				block.kind === 'heading' ? /^\s*(#{1,6})\s/.exec(text.slice(from, from + 12))?.[1]?.length : undefined;
			return [{ start: from + lead, text: trimmed.trim(), depth, block }];
		});
	});
}

/** The number a line begins with. */
export function numberedOf({ start, text, depth, block }: ProseLine): Numbered | undefined {
	for (const [scheme, pattern] of patterns) {
		const [mark, digits = ''] = pattern.exec(text) ?? [];
		if (mark === undefined) continue;
		const isArabic = /^\d/.test(digits);
		const value = isArabic ? Number(digits) : numberValue(undefined, digits);
		if (value === undefined || !(value > 0)) return undefined;
		return {
			scheme,
			value,
			start,
			end: start + mark.length,
			mark,
			words: text.slice(mark.length).trim(),
			depth,
			block,
		};
	}
	return undefined;
}

/** Numbers that count on from each other: of one scheme, below one line of another. */
export interface NumberedList {
	readonly scheme: Scheme;
	readonly items: Numbered[];
	/** The item it stands below. */
	readonly parent: Numbered | undefined;
}

/** The lists of a draft, in the order in which they begin. */
export function numberedLists(lines: readonly ProseLine[]): readonly NumberedList[] {
	const nesting = new Nesting();
	for (const line of lines) nesting.take(line, numberedOf(line));
	return nesting.lists;
}

/** Whether a scheme is one of the four levels. */
export function isLevel(scheme: Scheme): scheme is 0 | 1 | 2 | 3 {
	return typeof scheme === 'number';
}

class Nesting {
	readonly lists: NumberedList[] = [];
	private stack: NumberedList[] = [];
	private readonly apart = new Map<Scheme, NumberedList>();

	take(line: ProseLine, numbered: Numbered | undefined): void {
		if (!numbered) {
			if (line.depth !== undefined || /^附件\s*[：:]?$/.test(line.text)) this.leave(line.depth ?? 0);
			return;
		}
		if (isLevel(numbered.scheme)) this.nest(numbered);
		else this.count(numbered);
	}

	/** A heading without a number ends what stands below headings of its depth. */
	private leave(depth: number): void {
		this.stack = this.stack.filter(({ items }) => (items[0]?.depth ?? Infinity) < depth);
	}

	/** What is counted through the whole draft; a chapter begins its sections anew. */
	private count(numbered: Numbered): void {
		if (numbered.scheme === '章' || numbered.scheme === '附件') this.apart.delete('节');
		if (numbered.scheme !== '条' && numbered.scheme !== '表' && numbered.scheme !== '图') this.stack = [];
		if (numbered.scheme === '条') this.stack = [];
		const open = this.apart.get(numbered.scheme);
		if (open && numbered.value !== 1) {
			open.items.push(numbered);
			return;
		}
		this.apart.set(numbered.scheme, this.begin(numbered, undefined));
	}

	private nest(numbered: Numbered): void {
		const at = this.stack.findLastIndex(({ scheme }) => scheme === numbered.scheme);
		const open = this.stack[at];
		if (open && numbered.value !== 1) {
			this.stack.length = at + 1;
			open.items.push(numbered);
			return;
		}
		if (at >= 0) this.stack.length = at;
		this.stack.push(this.begin(numbered, this.stack.at(-1)?.items.at(-1)));
	}

	private begin(first: Numbered, parent: Numbered | undefined): NumberedList {
		const list = { scheme: first.scheme, items: [first], parent };
		this.lists.push(list);
		return list;
	}
}
