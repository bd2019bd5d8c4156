// What is known while a Word file is written: the layout, the pictures, where captions are, which lists there are.

import type { Picture } from '../images';
import type { Layout, StyleKey } from '../layout/layout';
import { styleIds } from '../layout/layout';
import type { Block, Caption, Counted, Manuscript, WordCode } from '../manuscript';
import { Problems } from '../read/problems';

/** One numbered or bulleted list of its own. */
export interface ListUse {
	readonly reference: string;
	readonly level: number;
	readonly instance: number;
}

export class Sheet {
	readonly problems = new Problems();
	/** What numbers a list begins with, beyond 1. */
	readonly starts = new Set<number>();
	/** Captions with a number, by what they count and the number. */
	private readonly captions = new Set<string>();
	private readonly counts = { figure: 0, table: 0 };
	private lists = 0;
	private bookmarks = 0;

	constructor(
		readonly manuscript: Manuscript,
		readonly layout: Layout,
		/** By their index; nothing for those that cannot be had. */
		readonly pictures: readonly (Picture | undefined)[],
		/** The ids of styles, where a template has others. */
		private readonly ids: Readonly<Partial<Record<StyleKey, string>>> = {},
	) {
		for (const { counted, number } of captionsIn(manuscript.blocks))
			if (number !== '') this.captions.add(`${counted} ${number}`);
	}

	style(key: StyleKey): string {
		return this.ids[key] ?? styleIds[key];
	}

	/** Whether something has this number, so that a place in the text can lead to it. */
	hasCaption(counted: Counted, number: string): boolean {
		return this.captions.has(`${counted} ${number}`);
	}

	/** The name of the bookmark around the number of a caption. */
	bookmark(counted: Counted, number: string): string {
		return `_Ref_${counted}_${number.replace(/[^0-9A-Za-z]/g, '_')}`;
	}

	/** Whether a caption is the next of its kind, so that a field counts it right. */
	isNext({ counted, number }: Caption): boolean {
		if (number !== String(this.counts[counted] + 1)) return false;
		this.counts[counted]++;
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
