// What a browser puts before the items of a list: a number, or a bullet.

import type { Element } from './element';

/** An item of a list; without a number it has a bullet. */
export interface ListItem {
	readonly number?: number;
}

/** Gives the items of an element that is a list, one after the other; nothing of any other element. */
export function listItems({ tag, attributes }: Element): (item: Element) => ListItem | undefined {
	if ((tag !== 'ol' && tag !== 'ul') || isUnmarked(attributes.style)) return () => undefined;
	if (tag === 'ul') return item => (isUnmarked(item.attributes.style) ? undefined : {});
	if (attributes.type !== undefined && attributes.type !== '1') return () => undefined;
	let number = countOf(attributes.start) ?? 1;
	return item => {
		number = countOf(item.attributes.value) ?? number;
		return isUnmarked(item.attributes.style) ? undefined : { number: number++ };
	};
}

/** The text of an item behind its number; one that has a number of its own has no other. */
export function withNumber(text: string, item: ListItem | undefined): string {
	if (item?.number === undefined || numbered.test(text)) return text;
	return `${item.number}. ${text}`;
}

const numbered = /^\s*(?:[（(\[［]?[\d一二三四五六七八九十]{1,3}\s*[）)\]］、.．]|第|[①-⑳])/;

function isUnmarked(style: string | undefined): boolean {
	return style !== undefined && /list-style(?:-type)?\s*:\s*none/i.test(style);
}

function countOf(value: string | undefined): number | undefined {
	return value !== undefined && /^\d{1,4}$/.test(value) ? Number(value) : undefined;
}
