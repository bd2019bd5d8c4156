// What is known while a Word file is written: the layout, the pictures, where captions are, which lists there are.

import type { Picture } from '../images';
import type { Layout, StyleKey } from '../layout/layout';
import { styleIds, styleNames } from '../layout/layout';
import type { Block, Caption, Manuscript, WordCode } from '../manuscript';
import { numberValue } from '../../text/numerals';
import { Problems } from '../read/problems';

/** One numbered or bulleted list of its own. */
export interface ListUse {
	readonly reference: string;
	readonly level: number;
	readonly instance: number;
}

/** What a template has for a document. */
export interface SheetTemplate {
	/** The ids of its styles that stand for ours. */
	readonly ids: Readonly<Partial<Record<StyleKey, string>>>;
	/** The ids of all its styles. */
	readonly taken: ReadonlySet<string>;
}

/** The id of a style of ours that a template lacks. */
function addedId(key: StyleKey, taken: ReadonlySet<string>): string {
	if (!taken.has(styleIds[key])) return styleIds[key];
	return `Pw${styleIds[key]}`;
}

export class Sheet {
	readonly problems = new Problems();
	/** What numbers a list begins with, beyond 1. */
	readonly starts = new Set<number>();
	/** Captions with a number, by their sign and the number. */
	private readonly captions = new Set<string>();
	private readonly counts = new Map<string, number>();
	/** Styles that were asked for and that the template lacks, and the ids under which they are added. */
	readonly lacking = new Map<StyleKey, string>();
	private lists = 0;
	private bookmarks = 0;

	constructor(
		readonly manuscript: Manuscript,
		readonly layout: Layout,
		/** By their index; nothing for those that cannot be had. */
		readonly pictures: readonly (Picture | undefined)[],
		/** Whose page and styles are taken instead of ours. */
		readonly template?: SheetTemplate,
	) {
		for (const { label, number } of captionsIn(manuscript.blocks))
			if (number !== '') this.captions.add(`${label.trim()} ${number}`);
	}

	/** The id of the style of a kind of paragraphs; one that the template lacks is added to it, and told of. */
	style(key: StyleKey): string {
		if (!this.template) return styleIds[key];
		const id = this.template.ids[key];
		if (id !== undefined) return id;
		const added = addedId(key, this.template.taken);
		this.lacking.set(key, added);
		// Items of lists are set as text where a template says nothing of them.
		if (key !== 'list') this.tell('template.style', styleNames[key]);
		return added;
	}

	/** Whether something has this number, so that a place in the text can lead to it. */
	hasCaption(sign: string, number: string): boolean {
		return this.captions.has(`${sign} ${number}`);
	}

	/** The name of the bookmark around the number of a caption. */
	bookmark(sign: string, number: string): string {
		const ascii = number.replace(/[-.–]/g, '_').replace(/\W/gu, other => `u${other.charCodeAt(0).toString(16)}`);
		return `_Ref_${bookmarkNames[sign] ?? 'caption'}_${ascii}`;
	}

	/** Whether a caption is the next of its sign, so that a field counts it right. */
	isNext({ label, number }: Caption): boolean {
		const sign = label.trim();
		const next = (this.counts.get(sign) ?? 0) + 1;
		if (number !== String(next) && (/\d/.test(number) || numberValue(undefined, number) !== next)) return false;
		this.counts.set(sign, next);
		return true;
	}

	newList(ordered: boolean, start: number, level: number): ListUse {
		if (ordered && start !== 1) this.starts.add(start);
		return { reference: listReference(ordered, start), level: Math.min(level, 8), instance: ++this.lists };
	}

	nextDrawing(): number {
		return ++this.bookmarks;
	}

	tell(code: WordCode, what: string): void {
		this.problems.add(code, what);
	}
}

const bookmarkNames: Readonly<Record<string, string>> = {
	图: 'figure',
	表: 'table',
	图表: 'chart',
	附图: 'annexFigure',
	附表: 'annexTable',
};

/** The name of what numbers a list. */
export function listReference(ordered: boolean, start: number): string {
	if (!ordered) return 'bullets';
	return `ordered-${start}`;
}

function captionsIn(blocks: readonly Block[]): readonly Caption[] {
	return blocks.flatMap(block => {
		switch (block.type) {
			case 'figure':
			case 'table':
				return [block.caption].filter(caption => caption !== undefined);
			case 'quote':
				return captionsIn(block.blocks);
			case 'list':
				return block.items.flatMap(captionsIn);
			default:
				return [];
		}
	});
}
